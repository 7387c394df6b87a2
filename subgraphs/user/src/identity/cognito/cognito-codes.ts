import {
  AdminGetUserCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Identity } from '../../use-cases/identity.ts';
import { type CognitoParts, isRefusal, unlessRefused } from './cognito-parts.ts';

const wrongCode = ['CodeMismatchException', 'ExpiredCodeException', 'UserNotFoundException'];
const longestCode = 64;

const typedCode = (text: string): string | null => {
  const code = text.trim();
  return code === '' || code.length > longestCode ? null : code;
};

/** Cognito writes and mails its codes itself; the first one when the account was taken up. */
export const sendCode =
  ({ client, clientId }: CognitoParts): Identity['sendCode'] =>
  async ({ user, purpose, isFirst }) => {
    if (isFirst) return;
    const account = { ClientId: clientId, Username: user.id };
    // It sets no new password for an address that is not proved: proving it comes first.
    const isReset = purpose === 'RESET_PASSWORD' && user.emailVerifiedAt !== null;
    if (isReset) await client.send(new ForgotPasswordCommand(account));
    else await client.send(new ResendConfirmationCodeCommand(account));
  };

/** Proves the address by the code. An account that is confirmed already has done so: its answer may have been lost. */
export const confirmSignUp =
  ({ client, clientId, userPoolId }: CognitoParts): Identity['redeemCode'] =>
  async ({ userId, code: text }) => {
    const code = typedCode(text);
    if (code === null) return false;
    try {
      await client.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: userId, ConfirmationCode: code }));
      return true;
    } catch (error) {
      if (isRefusal(error, wrongCode)) return false;
      if (!isRefusal(error, ['NotAuthorizedException'])) throw error;
      const known = new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userId });
      return (await unlessRefused(client.send(known), 'UserNotFoundException'))?.UserStatus === 'CONFIRMED';
    }
  };

export const resetByCode =
  ({ client, clientId }: CognitoParts): Identity['resetPassword'] =>
  async ({ user, code: text, password }) => {
    const code = typedCode(text);
    if (code === null) return false;
    const reset = { ClientId: clientId, Username: user.id, ConfirmationCode: code, Password: password };
    return (await unlessRefused(client.send(new ConfirmForgotPasswordCommand(reset)), ...wrongCode)) !== null;
  };
