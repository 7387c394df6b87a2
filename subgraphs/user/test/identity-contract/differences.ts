import type { TargetName } from './target.ts';

/** What an emulator of Cognito does not do. Amazon documents each of these clauses; none was tried on Amazon itself. */
export const differences: readonly { clause: string; target: TargetName; reason: string }[] = [
  { clause: 'sign-out-everywhere', target: 'cognito-local', reason: 'it has no AdminUserGlobalSignOut' },
  {
    clause: 'change-password',
    target: 'cognito-local',
    reason: 'it has no AdminUserGlobalSignOut, by which the other sessions end',
  },
  {
    clause: 'reset-password',
    target: 'cognito-local',
    reason: 'it has no AdminUserGlobalSignOut, by which the other sessions end',
  },
  {
    clause: 'suspension',
    target: 'cognito-local',
    reason: 'it has no AdminUserGlobalSignOut, by which the sessions end',
  },
  { clause: 'code', target: 'moto', reason: 'it mails no code and takes any' },
  { clause: 'sign-out', target: 'moto', reason: 'it has no RevokeToken' },
];
