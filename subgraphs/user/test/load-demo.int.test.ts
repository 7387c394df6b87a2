import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anonymous, scopesOfRoles } from '@cartograph/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../src/use-cases/open-demo-accounts.ts';
import { signInOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

const program = fileURLToPath(new URL('../src/load-demo.ts', import.meta.url));
const run = (environment: Record<string, string>) =>
  promisify(execFile)(process.execPath, [program], { env: environment });

describe('the demo accounts', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  beforeAll(async () => {
    user = await startUserForTests();
  });
  afterAll(() => user.stop());

  it('are opened once, also when they are asked for again', async () => {
    const opened: unknown[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { stdout } = await run({ DATABASE_URL: user.databaseUrl });
      opened.push((JSON.parse(stdout) as { opened: number }).opened);
    }
    expect(opened).toEqual([2, 0]);
    const signIn = async (email: string) => {
      const answer = await user.ask(anonymous, signInOperation, { input: { email, password: demoPassword } });
      return decodeJwt(answer.data.signIn.accessToken).scope;
    };
    expect(await signIn('ada@example.com')).toBe('');
    expect(await signIn('grace@example.com')).toBe(scopesOfRoles(['SUPPORT']).join(' '));
  });

  it('need a database, and say so with exit code 78', async () => {
    await expect(run({})).rejects.toMatchObject({
      code: 78,
      stderr: expect.stringContaining('DATABASE_URL: is not set'),
    });
  });
});
