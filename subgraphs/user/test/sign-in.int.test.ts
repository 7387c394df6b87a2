import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meOperation, registerOperation, signInOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;

const email = 'grace@example.org';
const password = 'nanoseconds of wire';

describe('sign in', () => {
  let user: Running;
  let userId: string;
  beforeAll(async () => {
    user = await startUserForTests();
    const answer = await user.ask(anonymous, registerOperation, { input: { email, password, name: 'Grace' } });
    userId = answer.data.register.user.id;
  });
  afterAll(() => user.stop());

  const signIn = async (input: Record<string, unknown>) => {
    const answer = await user.ask(anonymous, signInOperation, { input });
    expect(answer.errors).toBeUndefined();
    return answer.data.signIn;
  };
  const setStatus = (status: string) =>
    user.pool.query('UPDATE app_user SET status = $2 WHERE email = $1', [email, status]);

  it('hands a token to whoever knows the password, however the address is written', async () => {
    const payload = await signIn({ email: ' GRACE@Example.org ', password });
    expect(payload).toMatchObject({ user: { id: userId, name: 'Grace', email }, userErrors: [] });
    expect(payload.accessToken).toBeTypeOf('string');
  });

  it('gives one and the same answer for a wrong password, an unknown address and what is no address', async () => {
    const refusals = [
      await signIn({ email, password: 'another phrase altogether' }),
      await signIn({ email: 'nobody@example.org', password }),
      await signIn({ email: 'no address', password }),
      await signIn({ email, password: 'x'.repeat(1_000_000) }),
      await signIn({ email, password: '' }),
      await signIn({ email: 'e'.repeat(1_000_000), password }),
    ];
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({
      user: null,
      accessToken: null,
      userErrors: [{ __typename: 'InvalidCredentialsError', code: 'INVALID_CREDENTIALS', path: ['input'] }],
    });
  });

  it('works as long on an unknown address as on a known one', async () => {
    const timed = async (input: Record<string, unknown>) => {
      const startedAt = performance.now();
      await signIn(input);
      return performance.now() - startedAt;
    };
    const other = 'timed@example.org';
    await user.ask(anonymous, registerOperation, { input: { email: other, password, name: 'Timed' } });
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      known.push(await timed({ email: other, password: 'not the right phrase' }));
      unknown.push(await timed({ email: `nobody${round}@example.org`, password: 'not the right phrase' }));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? 0;
    // Without the work an unknown address answers in a tenth of the time.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5);
  });

  it('refuses a suspended account, but tells so only after the right password', async () => {
    await setStatus('SUSPENDED');
    try {
      expect((await signIn({ email, password })).userErrors).toMatchObject([
        { __typename: 'AccountSuspendedError', code: 'ACCOUNT_SUSPENDED' },
      ]);
      expect((await signIn({ email, password: 'a wrong long phrase' })).userErrors).toMatchObject([
        { code: 'INVALID_CREDENTIALS' },
      ]);
    } finally {
      await setStatus('UNVERIFIED');
    }
  });

  it('shows me who I am, and nobody nothing', async () => {
    const mine = await user.ask({ ...anonymous, userId }, meOperation);
    expect(mine.data.me).toMatchObject({ __typename: 'User', id: userId, name: 'Grace', email });
    const nobody = await user.ask(anonymous, meOperation);
    expect(nobody).toEqual({ data: { me: null } });
    const stranger = await user.ask({ ...anonymous, userId: 'auth0|foreign' }, meOperation);
    expect(stranger).toEqual({ data: { me: null } });
  });
});
