import { type CodePurpose, type OneTimeCode, spellCode } from '../domain/one-time-code.ts';
import type { User } from '../domain/user.ts';
import type { Mail, MailKind } from '../use-cases/identity-ports.ts';

type CodeText = { readonly subject: string; readonly before: string; readonly after: string };

const codeTexts: Readonly<Record<CodePurpose, CodeText>> = {
  VERIFY_EMAIL: {
    subject: 'Your code for Cartograph',
    before: 'somebody opened an account with this address. If it was you, type this code where you registered:',
    after: 'It is good for 24 hours. If it was not you, do nothing: without the code the address is not theirs.',
  },
  RESET_PASSWORD: {
    subject: 'Set a new password',
    before: 'somebody asked for a new password for your account. If it was you, type this code where you asked:',
    after: 'It is good for one hour. If it was not you, do nothing: your password stays as it is.',
  },
};

/** The mail that carries a code. */
export const codeMail = (
  purpose: CodePurpose,
  { user, code, id }: { user: User; code: OneTimeCode; id: string },
): Mail => {
  const { subject, before, after } = codeTexts[purpose];
  return { id, to: user.email, subject, text: letter(`${before}\n\n    ${spellCode(code)}\n\n${after}`) };
};

type Notice = Exclude<MailKind, 'VERIFY_EMAIL' | 'RESET_PASSWORD'>;

const notices: Readonly<Record<Notice, { readonly subject: string; readonly body: string }>> = {
  REGISTERED: {
    subject: 'You have an account already',
    body: 'somebody opened another account with this address. You have one already: sign in with it, or set a new password if you forgot yours. If it was not you, do nothing: nobody can take your address.',
  },
  PASSWORD_CHANGED: {
    subject: 'Your password was changed',
    body: 'the password of your account was changed, and you were signed out everywhere else. If it was not you, set a new password at once.',
  },
  SESSION_REUSED: {
    subject: 'You were signed out for your safety',
    body: 'the key of one of your sessions was used twice, as it is when somebody copied it. That session was ended. Sign in again; if you do not know the reason, set a new password.',
  },
  SECOND_FACTOR_ON: {
    subject: 'Your second factor is on',
    body: 'signing in to your account now takes a code of your authenticator app. Keep the recovery codes in a safe place.',
  },
  SECOND_FACTOR_OFF: {
    subject: 'Your second factor is off',
    body: 'signing in to your account takes the password alone again. If it was not you, set a new password at once.',
  },
};

/** The mail that tells of something that has happened. */
export const noticeMail = (kind: Notice, { user, id }: { user: User; id: string }): Mail => ({
  id,
  to: user.email,
  subject: notices[kind].subject,
  text: letter(notices[kind].body),
});

/** Without the person's name: whoever registers chooses it, and could have us mail their words to a stranger. */
const letter = (body: string): string => `Hello,\n\n${body}\n\nCartograph\n`;
