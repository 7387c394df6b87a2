import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UserId } from '../../domain/user.ts';
import type { Identity, Proved } from '../../use-cases/identity.ts';
import { confirmSignUp, resetByCode, sendCode } from './cognito-codes.ts';
import { type CognitoParts, unlessRefused } from './cognito-parts.ts';
import { proveByCognito, renewByCognito } from './cognito-tokens.ts';

/**
 * A Cognito user pool as the identity provider. The name of a user there is our user id, as several accounts may claim one
 * address; the pool's password policy must not ask for more than ours (10 characters, no classes).
 */
export const cognitoIdentity = (parts: CognitoParts): Identity => {
  const { client, userPoolId, clientId } = parts;
  const named = (userId: UserId) => ({ UserPoolId: userPoolId, Username: userId });
  return {
    enrol: async ({ userId, email, name, password }) => {
      const UserAttributes = Object.entries({ email, name }).map(([Name, Value]) => ({ Name, Value }));
      const account = { ClientId: clientId, Username: userId, Password: password, UserAttributes };
      await client.send(new SignUpCommand(account));
      return null;
    },
    withdraw: async (userId) => {
      await client.send(new AdminDeleteUserCommand(named(userId)));
    },
    // Cognito gives no token before the address is proved.
    welcome: () => null,
    prove: proveByCognito(parts),
    renew: renewByCognito(parts),
    end: async (refreshToken) => {
      if (refreshToken === '') return;
      const revoking = client.send(new RevokeTokenCommand({ ClientId: clientId, Token: refreshToken }));
      await unlessRefused(revoking, ...noToken);
    },
    endAll: async ({ userId }) => {
      await client.send(new AdminUserGlobalSignOutCommand(named(userId)));
    },
    // Cognito is asked by others, too: it must refuse by itself.
    bar: async (userId) => {
      await client.send(new AdminDisableUserCommand(named(userId)));
    },
    admit: async (userId) => {
      await client.send(new AdminEnableUserCommand(named(userId)));
    },
    sendCode: sendCode(parts),
    redeemCode: confirmSignUp(parts),
    resetPassword: async (reset, cause) => {
      const isReset = await resetByCode(parts)(reset, cause);
      if (isReset) await client.send(new AdminUserGlobalSignOutCommand(named(reset.user.id)));
      return isReset;
    },
    changePassword: changePassword(parts),
  };
};

const noToken = ['NotAuthorizedException', 'InvalidParameterException', 'UnsupportedTokenTypeException'];

const changePassword =
  (parts: CognitoParts): Identity['changePassword'] =>
  async ({ newPassword, ...attempt }, cause) => {
    const { client, userPoolId } = parts;
    const prove = proveByCognito(parts);
    const proved = await prove(attempt, cause);
    if (!proved.ok) return proved;
    const named = { UserPoolId: userPoolId, Username: proved.user.id };
    await client.send(new AdminSetUserPasswordCommand({ ...named, Password: newPassword, Permanent: true }));
    await client.send(new AdminUserGlobalSignOutCommand(named));
    // The tokens of the first proof are over with all the others.
    const again = async (): Promise<Proved> => prove({ ...attempt, password: newPassword }, cause);
    return { ...proved, open: async (device) => opened(await again())(device) };
  };

const opened = (proved: Proved) => {
  if (!proved.ok) throw new Error(`the new password does not open the account: ${proved.code}`);
  return proved.open;
};
