import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOperation, signInOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;

const password = 'a long enough phrase';

describe('register', () => {
  let user: Running;
  beforeAll(async () => {
    user = await startUserForTests();
  });
  afterAll(() => user.stop());

  const register = async (input: Record<string, unknown>) => {
    const answer = await user.ask(anonymous, registerOperation, { input: { name: 'Ada', password, ...input } });
    expect(answer.errors).toBeUndefined();
    return answer.data.register;
  };
  const codesOf = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
  const countAccounts = async (email: string) =>
    (await user.pool.query('SELECT count(*)::int AS n FROM app_user WHERE email = $1', [email])).rows[0].n;

  it('opens an account, signs its owner in and tells of it, all or nothing', async () => {
    const payload = await register({ email: '  Ada.Lovelace@Example.COM ', name: '  Ada Lovelace ' });
    expect(payload.userErrors).toEqual([]);
    expect(payload.user).toMatchObject({ name: 'Ada Lovelace', email: 'ada.lovelace@example.com' });
    expect(payload.user.id).toMatch(/^user_/);
    expect(payload.accessToken.split('.')).toHaveLength(3);
    expect(new Date(payload.expiresAt).getTime()).toBeGreaterThan(Date.now() + 3_500_000);

    const { rows } = await user.pool.query('SELECT name, data, actor FROM outbox_event WHERE aggregate_id = $1', [
      payload.user.id,
    ]);
    expect(rows).toEqual([
      {
        name: 'UserRegistered',
        data: { userId: payload.user.id, registeredAt: payload.user.createdAt },
        actor: { kind: 'GUEST', id: null },
      },
    ]);
  });

  it('keeps only an Argon2id hash with the recommended cost, and a customer without scopes', async () => {
    await register({ email: 'hash@example.com' });
    const { rows } = await user.pool.query(
      "SELECT password_hash, status, scopes, version FROM app_user WHERE email = 'hash@example.com'",
    );
    expect(rows[0]).toMatchObject({ status: 'UNVERIFIED', scopes: [], version: 1 });
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('puts its event on the bus', async () => {
    const { user: account } = await register({ email: 'bus@example.com' });
    await expect
      .poll(
        async () =>
          (await user.pool.query('SELECT sent_at FROM outbox_event WHERE aggregate_id = $1', [account.id])).rows[0]
            .sent_at,
        {
          timeout: 10_000,
        },
      )
      .toBeInstanceOf(Date);
  });

  it('refuses an address that has an account, however it is written', async () => {
    await register({ email: 'taken@example.com' });
    for (const email of ['taken@example.com', 'TAKEN@EXAMPLE.COM', ' taken@example.com\t', 'ｔaken@example.com']) {
      const payload = await register({ email });
      expect(payload).toMatchObject({ user: null, accessToken: null, expiresAt: null });
      expect(payload.userErrors).toMatchObject([
        { __typename: 'EmailTakenError', code: 'EMAIL_TAKEN', path: ['input', 'email'] },
      ]);
    }
    expect(await countAccounts('taken@example.com')).toBe(1);
  });

  it('opens exactly one account when one address is registered many times at once', async () => {
    const attempts = Array.from({ length: 16 }, (_, index) =>
      register({ email: index % 2 ? 'race@example.com' : 'RACE@example.com' }),
    );
    const payloads = await Promise.all(attempts);
    expect(payloads.filter(({ accessToken }) => accessToken !== null)).toHaveLength(1);
    expect(payloads.flatMap(codesOf)).toEqual(Array.from({ length: 15 }, () => 'EMAIL_TAKEN'));
    expect(await countAccounts('race@example.com')).toBe(1);
    const events = await user.pool.query(
      "SELECT count(*)::int AS n FROM outbox_event o JOIN app_user u ON u.email = 'race@example.com' AND o.data->>'userId' = $1",
      [payloads.find(({ accessToken }) => accessToken !== null)?.user.id],
    );
    expect(events.rows[0].n).toBe(1);
  });

  it.each([
    ['a password one character short', 'abcdefghi', 'PASSWORD_TOO_SHORT'],
    ['a password of 129 characters', `${'x1'.repeat(64)}y`, 'PASSWORD_TOO_LONG'],
    ['a password of a million characters', 'xy'.repeat(500_000), 'PASSWORD_TOO_LONG'],
    ['one of the commonest passwords', 'Password123', 'PASSWORD_TOO_COMMON'],
    ['the address itself as password', 'weak@example.com', 'PASSWORD_TOO_COMMON'],
  ])('refuses %s and says which rule it breaks', async (_, weak, code) => {
    const payload = await register({ email: 'weak@example.com', password: weak });
    expect(payload.userErrors).toMatchObject([
      { __typename: 'PasswordRefusedError', code, path: ['input', 'password'], minimumLength: 10, maximumLength: 128 },
    ]);
    expect(await countAccounts('weak@example.com')).toBe(0);
  });

  it('reports every fault of the input at once', async () => {
    const payload = await register({ email: 'nobody', name: ' \u0000 ', password: 'short' });
    expect(codesOf(payload)).toEqual(['INVALID_INPUT', 'INVALID_INPUT', 'PASSWORD_TOO_SHORT']);
    expect(payload.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(['email', 'name', 'password']);
  });

  it('refuses addresses and names of absurd length without working on them', async () => {
    const payload = await register({ email: `${'a'.repeat(1_000_000)}@example.com`, name: 'n'.repeat(1_000_000) });
    expect(codesOf(payload)).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });

  it('answers a repetition with the same idempotency key with the same account', async () => {
    const input = { email: 'again@example.com', idempotencyKey: 'key-again' };
    const payloads = await Promise.all([register(input), register(input), register(input)]);
    expect(payloads.flatMap(codesOf)).toEqual([]);
    expect(new Set(payloads.map((payload) => payload.user.id)).size).toBe(1);
    expect(await countAccounts('again@example.com')).toBe(1);
  });

  it('refuses an idempotency key that comes again with another input, another password included', async () => {
    const input = { email: 'key@example.com', idempotencyKey: 'key-reused' };
    await register(input);
    expect(codesOf(await register({ ...input, name: 'Another' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const stranger = await register({ ...input, password: 'a guess of a stranger' });
    expect(codesOf(stranger)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(stranger.accessToken).toBeNull();
  });

  it('refuses an idempotency key that is empty or too long', async () => {
    for (const idempotencyKey of ['', 'k'.repeat(256)]) {
      expect(codesOf(await register({ email: 'nokey@example.com', idempotencyKey }))).toEqual(['INVALID_INPUT']);
    }
    expect(await countAccounts('nokey@example.com')).toBe(0);
  });

  it('lets a refused attempt be mended under the same idempotency key', async () => {
    await register({ email: 'mend@example.com' });
    expect(codesOf(await register({ email: 'mend@example.com', idempotencyKey: 'key-mend' }))).toEqual(['EMAIL_TAKEN']);
    expect(codesOf(await register({ email: 'mended@example.com', idempotencyKey: 'key-mend' }))).toEqual([]);
  });

  it('keeps no password, not even hashed quickly, beside the slow hash', async () => {
    await register({ email: 'trace@example.com', password: 'the traceless phrase', idempotencyKey: 'key-trace' });
    const { rows } = await user.pool.query(
      `SELECT (SELECT json_agg(i) FROM idempotency_key i)::text || (SELECT json_agg(o) FROM outbox_event o)::text AS everything`,
    );
    expect(rows[0].everything).not.toContain('traceless');
    expect(rows[0].everything).not.toContain('trace@example.com');
    const signedIn = await user.ask(anonymous, signInOperation, {
      input: { email: 'trace@example.com', password: 'the traceless phrase' },
    });
    expect(signedIn.data.signIn.userErrors).toEqual([]);
  });
});
