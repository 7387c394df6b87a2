import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { parseId, uuidOfId } from '@cartograph/ids';
import { freePort } from '@cartograph/testing';
import { decodeJwt } from 'jose';
import { customersOf } from '../support/customers.ts';
import { codeIn, mailsTo } from '../support/mails.ts';
import { startUserForTests } from '../support/start-user-for-tests.ts';
import { cognitoLocalProgram, isContinuousIntegration, motoProgram } from './config.ts';
import { emulatorsCode, startEmulator } from './start-emulator.ts';
import type { Target, World } from './target.ts';

const embedded: Target = {
  name: 'embedded',
  start: async () => {
    const user = await startUserForTests();
    return {
      customers: customersOf(user),
      codeFor: async (email, mails) => {
        const [newest] = await mailsTo(user.mailboxUrl, email, mails);
        if (!newest) throw new Error('no mail');
        return codeIn(newest);
      },
      wrongCode: 'AAAAA-AAAAA',
      grant: async (userId, role) => {
        const id = parseId('user', userId);
        if (id === null) throw new Error('no user');
        await user.pool.query('UPDATE app_user SET roles = $2 WHERE id = $1', [uuidOfId(id), [role]]);
      },
      readToken: (accessToken) => {
        const { sub, roles } = decodeJwt(accessToken);
        return { userId: sub, roles };
      },
      stop: user.stop,
    };
  },
};

const startCognito = async (command: readonly string[], port: number): Promise<World> => {
  const emulator = await startEmulator(command, port);
  const { url, client, userPoolId, clientId } = emulator;
  const user = await startUserForTests(
    {},
    {
      COGNITO_USER_POOL_ID: userPoolId,
      COGNITO_CLIENT_ID: clientId,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    },
  );
  return {
    customers: customersOf(user),
    codeFor: async () => emulatorsCode,
    wrongCode: '000000',
    grant: async (Username, GroupName) => {
      await client.send(new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, GroupName, Username }));
    },
    readToken: (accessToken) => {
      const { username, 'cognito:groups': roles } = decodeJwt(accessToken);
      return { userId: username, roles };
    },
    stop: async () => {
      await user.stop();
      await emulator.stop();
    },
  };
};

const cognitoLocal = (program: string): Target => ({
  name: 'cognito-local',
  start: async () => startCognito([process.execPath, program], await freePort()),
});

const moto = (program: string): Target => ({
  name: 'moto',
  start: async () => {
    const port = await freePort();
    return startCognito([program, '-H', '127.0.0.1', '-p', String(port)], port);
  },
});

/** Whom the contract is tried on. @throws Error in the continuous integration, when an emulator is not installed */
export const contractTargets = (): Target[] => {
  if (isContinuousIntegration && !(cognitoLocalProgram && motoProgram)) {
    throw new Error('CARTOGRAPH_COGNITO_LOCAL and CARTOGRAPH_MOTO do not both name a program: .ci/run installs them.');
  }
  if (!cognitoLocalProgram) console.log('CARTOGRAPH_COGNITO_LOCAL names no program: the contract is not tried on it.');
  if (!motoProgram) console.log('CARTOGRAPH_MOTO names no program: the contract is not tried on it.');
  return [
    embedded,
    ...(cognitoLocalProgram ? [cognitoLocal(cognitoLocalProgram)] : []),
    ...(motoProgram ? [moto(motoProgram)] : []),
  ];
};
