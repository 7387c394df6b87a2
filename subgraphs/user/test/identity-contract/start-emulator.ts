import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { programPath } from './config.ts';

/** The code that cognito-local mails when it is told to; moto looks at none. */
export const emulatorsCode = '424242';

export type Emulator = { url: string; client: CognitoIdentityProviderClient; userPoolId: string; clientId: string };

type Started = Emulator & { stop: () => Promise<void> };

/** Starts moto_server, or cognito-local by its start.js, with a pool as production has it: user names are our user ids. */
export const startEmulator = async (command: readonly string[], port: number): Promise<Started> => {
  const [program = '', ...parameters] = command;
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-cognito-'));
  await mkdir(join(folder, '.cognito'));
  // cognito-local takes addresses for user names unless it is told not to; a list is merged by its members.
  await writeFile(
    join(folder, '.cognito/config.json'),
    JSON.stringify({ UserPoolDefaults: { UsernameAttributes: ['none'] } }),
  );
  const child = spawn(program, parameters, {
    cwd: folder,
    env: { PATH: programPath, PORT: String(port), HOST: '127.0.0.1', CODE: emulatorsCode },
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CognitoIdentityProviderClient({ endpoint: url, region: 'eu-central-1', credentials });
  const stop = async () => {
    client.destroy();
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true });
  };
  return { url, client, ...(await createPool(client)), stop };
};

const untilItAnswers = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await delay(50);
  }
  throw new Error(`nothing answers at ${url}`);
};

const createPool = async (client: CognitoIdentityProviderClient) => {
  const PasswordPolicy = { MinimumLength: 10, RequireUppercase: false, RequireLowercase: false };
  const Policies = { PasswordPolicy: { ...PasswordPolicy, RequireNumbers: false, RequireSymbols: false } };
  const pool = await client.send(
    new CreateUserPoolCommand({ PoolName: 'cartograph', Policies, AutoVerifiedAttributes: ['email'] }),
  );
  const userPoolId = pool.UserPool?.Id ?? '';
  const made = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: 'cartograph',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  await client.send(new CreateGroupCommand({ UserPoolId: userPoolId, GroupName: 'SUPPORT' }));
  return { userPoolId, clientId: made.UserPoolClient?.ClientId ?? '' };
};
