import { anonymous } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, mailsTo } from './support/mails.ts';
import { registerOperation, signInOperation, verifyEmailOperation } from './support/operations.ts';
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
  const prove = async (userId: string, email: string) => {
    const [mail] = await mailsTo(user.mailboxUrl, email);
    if (!mail) throw new Error('no mail');
    const input = { userId, code: codeIn(mail) };
    expect((await user.ask(anonymous, verifyEmailOperation, { input })).data.verifyEmail.userErrors).toEqual([]);
  };
  const countAccounts = async (email: string) =>
    (await user.pool.query('SELECT count(*)::int AS n FROM app_user WHERE email = $1', [email])).rows[0].n;

  it('opens an account, signs its owner in and tells of it, all or nothing', async () => {
    const payload = await register({ email: '  Ada.Lovelace@Example.COM ', name: '  Ada Lovelace ' });
    expect(payload.userErrors).toEqual([]);
    expect(payload.user).toMatchObject({ name: 'Ada Lovelace', email: 'ada.lovelace@example.com' });
    expect(payload.user.id).toMatch(/^user_/);
    expect(payload.accessToken.split('.')).toHaveLength(3);
    expect(new Date(payload.expiresAt).getTime()).toBeGreaterThan(Date.now() + 800_000);

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

  it('keeps only an Argon2id hash with the recommended cost, and a customer without roles', async () => {
    await register({ email: 'hash@example.com' });
    const { rows } = await user.pool.query(
      "SELECT password_hash, status, roles, version FROM app_user WHERE email = 'hash@example.com'",
    );
    expect(rows[0]).toMatchObject({ status: 'UNVERIFIED', roles: [], version: 1 });
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

  it('answers the same for an address that has an account, however it is written, and tells its owner by mail', async () => {
    const owner = await register({ email: 'taken@example.com' });
    await prove(owner.user.id, 'taken@example.com');
    const [first] = await Promise.all(
      ['TAKEN@EXAMPLE.COM', ' taken@example.com\t', 'ｔaken@example.com'].map((email) => register({ email })),
    );
    expect(Object.keys(first)).toEqual(Object.keys(owner));
    expect(first).toMatchObject({ user: { email: 'taken@example.com', emailVerifiedAt: null }, userErrors: [] });
    expect(first.user.id).not.toBe(owner.user.id);
    const mails = await mailsTo(user.mailboxUrl, 'taken@example.com', 4);
    expect(mails.slice(0, 3).map(({ subject }) => subject)).toEqual(Array(3).fill('You have an account already'));
    expect(mails.slice(0, 3).some(({ text }) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.test(text))).toBe(false);
  });

  it('lets many claim one address at once, and exactly one prove it', async () => {
    const claims = await Promise.all(
      Array.from({ length: 5 }, (_, index) => register({ email: index % 2 ? 'race@example.com' : 'RACE@example.com' })),
    );
    expect(claims.flatMap(codesOf)).toEqual([]);
    const mails = await mailsTo(user.mailboxUrl, 'race@example.com', 5);
    const codes = mails.map(codeIn);
    const proofs = await Promise.all(
      claims.map(async (claim) => {
        const tried = codes.map((code) =>
          user.ask(anonymous, verifyEmailOperation, { input: { userId: claim.user.id, code } }),
        );
        return (await Promise.all(tried)).flatMap(({ data }) =>
          data.verifyEmail.userErrors.map(({ code }: { code: string }) => code),
        );
      }),
    );
    // Of five codes one is each claim's own: for one claim it proves the address, for the others the address is taken.
    expect(proofs.map((codesOfOne) => codesOfOne.filter((code) => code === 'INVALID_CODE').length)).toEqual(
      Array(5).fill(4),
    );
    expect(proofs.flat().filter((code) => code === 'EMAIL_TAKEN')).toHaveLength(4);
    const { rows } = await user.pool.query(
      "SELECT count(*)::int AS n FROM app_user WHERE email = 'race@example.com' AND email_verified_at IS NOT NULL",
    );
    expect(rows[0].n).toBe(1);
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

  it('refuses an idempotency key that is empty, too long, or holds what no key may', async () => {
    for (const idempotencyKey of ['', 'k'.repeat(256), 'a\u0000key', 'two words']) {
      expect(codesOf(await register({ email: 'nokey@example.com', idempotencyKey }))).toEqual(['INVALID_INPUT']);
    }
    expect(await countAccounts('nokey@example.com')).toBe(0);
  });

  it('lets a refused attempt be mended under the same idempotency key', async () => {
    const weak = { email: 'mended@example.com', idempotencyKey: 'key-mend', password: 'short' };
    expect(codesOf(await register(weak))).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codesOf(await register({ ...weak, password }))).toEqual([]);
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
