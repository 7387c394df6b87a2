import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerAccount } from './server-account.ts';

/** Whether the account may enter every folder above the path (the path itself aside). */
export function canReach(path: string, account: ServerAccount): boolean {
  if (account === undefined) return true;
  const parent = dirname(path);
  if (!mayUse(parent, account, 0o1)) return false;
  return parent === path || canReach(parent, account);
}

/** Whether the account may read and enter (or run) what lies at the path. */
export function canReadAndRun(path: string, account: ServerAccount): boolean {
  return account === undefined || (canReach(path, account) && mayUse(path, account, 0o5));
}

function mayUse(path: string, account: NonNullable<ServerAccount>, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
