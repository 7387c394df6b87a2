import { newId, parseId, uuidOfId } from '@cartograph/ids';
import { anonymous, scopesOfRoles, type Viewer } from '@cartograph/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepAccounts } from '../src/persistence/sweep-accounts.ts';
import { type Customer, codesOf, customersOf } from './support/customers.ts';
import {
  endSessionOperation,
  mySessionsOperation,
  refreshOperation,
  signOutEverywhereOperation,
  signOutOperation,
} from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type ListedSession = { id: string; device: string; lastUsedAt: string; isCurrent: boolean };

describe('sessions', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  let customers: ReturnType<typeof customersOf>;
  beforeAll(async () => {
    user = await startUserForTests();
    customers = customersOf(user);
  });
  afterAll(() => user.stop());

  const refresh = (refreshToken: string) => customers.send(refreshOperation, { refreshToken });
  const sessionsOf = async ({ viewer }: Customer): Promise<ListedSession[]> =>
    (await user.ask(viewer, mySessionsOperation)).data.mySessions;
  /** As if the last refresh of the session were so long ago. */
  const age = (customer: Customer, interval: string) =>
    user.pool.query(
      `UPDATE refresh_token SET used_at = used_at - $2::interval
       WHERE session_id IN (SELECT id FROM session WHERE user_id::text = $1) AND used_at IS NOT NULL`,
      [uuidOf(customer.id), interval],
    );

  it('ends all at once when its owner is suspended, and begins anew once they are reinstated', async () => {
    const ada = await customers.registerVerified();
    const elsewhere = await customers.signIn(ada);
    const admin: Viewer = { ...(await customers.register()).viewer, scopes: scopesOfRoles(['ADMIN']) };
    const run = async (name: 'suspendUser' | 'reinstateUser', input: Record<string, unknown>, viewer = admin) => {
      const type = name === 'suspendUser' ? 'SuspendUserInput' : 'ReinstateUserInput';
      const text = `mutation ($input: ${type}!) { ${name}(input: $input) { user { id status } userErrors { code path } } }`;
      return (await user.ask(viewer, text, { input: { userId: ada.id, reason: 'a chargeback', ...input } })).data?.[
        name
      ];
    };
    const suspended = { user: { id: ada.id, status: 'SUSPENDED' }, userErrors: [] };
    expect(await Promise.all([run('suspendUser', {}), run('suspendUser', {})])).toEqual([suspended, suspended]);
    for (const { refreshToken } of [ada, elsewhere])
      expect(codesOf(await refresh(refreshToken))).toEqual(['SESSION_OVER']);
    await expect(customers.signIn(ada)).rejects.toThrow('ACCOUNT_SUSPENDED');
    const rename = 'mutation { updateProfile(input: { name: "Eve" }) { userErrors { code } } }';
    expect((await user.ask(ada.viewer, rename)).data.updateProfile.userErrors).toEqual([{ code: 'ACCOUNT_CLOSED' }]);
    expect(await run('reinstateUser', {})).toEqual({ user: { id: ada.id, status: 'ACTIVE' }, userErrors: [] });
    expect((await customers.signIn(ada)).id).toBe(ada.id);
    expect(codesOf(await refresh(ada.refreshToken))).toEqual(['SESSION_OVER']);
    const { rows } = await user.pool.query(
      'SELECT action, actor_id, customer_id, reason FROM audit_entry WHERE subject_id = $1 ORDER BY id',
      [ada.id],
    );
    const by = { actor_id: admin.userId, customer_id: ada.id, reason: 'a chargeback' };
    expect(rows).toEqual([
      { action: 'SUSPEND_USER', ...by },
      { action: 'REINSTATE_USER', ...by },
    ]);
  });

  it('are ended for others by ADMIN alone, of whoever is there, and never of oneself', async () => {
    const ada = await customers.register();
    const admin: Viewer = { ...(await customers.register()).viewer, scopes: scopesOfRoles(['ADMIN']) };
    const text = 'mutation ($input: SuspendUserInput!) { suspendUser(input: $input) { userErrors { code path } } }';
    const ask = (viewer: Viewer, input: Record<string, unknown>) => user.ask(viewer, text, { input });
    for (const viewer of [anonymous, ada.viewer, { ...ada.viewer, scopes: scopesOfRoles(['SUPPORT']) }])
      expect((await ask(viewer, { userId: ada.id, reason: 'just because' })).data).toBeNull();
    const refused: [string, string, string[]][] = [
      [ada.id, ' ', ['reason']],
      ['nobody', 'x', ['userId', 'reason']],
      [String(admin.userId), 'a mistake', ['userId']],
      [newId('user'), 'a mistake', ['userId']],
    ];
    for (const [userId, reason, fields] of refused) {
      const { data } = await ask(admin, { userId, reason });
      expect(data.suspendUser.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(fields);
    }
    expect(codesOf(await refresh(ada.refreshToken))).toEqual([]);
    const unproved = 'mutation ($input: ReinstateUserInput!) { reinstateUser(input: $input) { user { status } } }';
    await ask(admin, { userId: ada.id, reason: 'a mistake' });
    const { data } = await user.ask(admin, unproved, { input: { userId: ada.id, reason: 'a mistake' } });
    expect(data.reinstateUser.user.status).toBe('UNVERIFIED');
  });

  it('goes on by the refresh token, in the same session, with a new token each time', async () => {
    const ada = await customers.register();
    const first = await refresh(ada.refreshToken);
    const second = await refresh(first.refreshToken);
    expect(new Set([ada.refreshToken, first.refreshToken, second.refreshToken]).size).toBe(3);
    expect(second.user?.id).toBe(ada.id);
    expect(decodeJwt(second.accessToken)).toMatchObject({ sub: ada.id, sid: ada.viewer.sessionId });
    expect(await sessionsOf(ada)).toHaveLength(1);
  });

  it('gives the same next token when the answer was lost and the old one comes again, also at once', async () => {
    const ada = await customers.register();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(ada.refreshToken)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    expect(codesOf(await refresh(answers[0]?.refreshToken ?? ''))).toEqual([]);
  });

  it('ends the whole session when a used token comes again, and tells its owner by mail', async () => {
    const ada = await customers.registerVerified();
    const elsewhere = await customers.signIn(ada);
    const stolen = ada.refreshToken;
    const next = await refresh(stolen);
    await age(ada, '11 seconds');
    expect(codesOf(await refresh(stolen))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(next.refreshToken))).toEqual(['SESSION_OVER']);
    expect((await customers.mails(ada.email, 2))[0]?.subject).toBe('You were signed out for your safety');
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual([]);
  });

  it('ends the session when a token older than the last used one comes, however soon', async () => {
    const ada = await customers.register();
    const first = await refresh(ada.refreshToken);
    const second = await refresh(first.refreshToken);
    expect(codesOf(await refresh(ada.refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(second.refreshToken))).toEqual(['SESSION_OVER']);
  });

  it('is forgotten a month after it was over, with its tokens, as are codes; what lives or was over lately stays', async () => {
    const [lives, long, lately] = [await customers.register(), await customers.register(), await customers.register()];
    const over = (customer: Customer, days: number) =>
      user.pool.query(
        `WITH codes AS (UPDATE one_time_code SET expires_at = now() - $2 * interval '1 day' WHERE user_id::text = $1)
         UPDATE session SET ended_at = now() - $2 * interval '1 day', end_reason = 'SIGNED_OUT' WHERE user_id::text = $1`,
        [uuidOf(customer.id), days],
      );
    await Promise.all([over(long, 31), over(lately, 29)]);
    const known = async () => {
      const { rows } = await user.pool.query<{ user_id: string }>(
        `SELECT user_id FROM session JOIN refresh_token ON session_id = session.id JOIN one_time_code USING (user_id)
         WHERE user_id::text = ANY($1)`,
        [[lives, long, lately].map(({ id }) => uuidOf(id))],
      );
      return rows.map(({ user_id }) => user_id).toSorted();
    };
    expect(await known()).toHaveLength(3);
    const swept = await Promise.all([1, 2].map(() => sweepAccounts(user.pool, 30)));
    const sum = (kind: 'sessions' | 'codes') => swept.reduce((total, one) => total + one[kind], 0);
    expect([sum('sessions'), sum('codes')]).toEqual([1, 1]);
    expect(await known()).toEqual([uuidOf(lives.id), uuidOf(lately.id)].toSorted());
    expect(codesOf(await refresh(lives.refreshToken))).toEqual([]);
    expect(codesOf(await refresh(long.refreshToken))).toEqual(['SESSION_OVER']);
  });

  it('keeps only hashes of its tokens', async () => {
    const ada = await customers.register();
    const { rows } = await user.pool.query(
      'SELECT (SELECT json_agg(s) FROM session s)::text || (SELECT json_agg(t) FROM refresh_token t)::text AS kept',
    );
    expect(rows[0].kept).not.toContain(ada.refreshToken);
    expect(rows[0].kept).not.toContain(Buffer.from(ada.refreshToken, 'base64url').toString('hex'));
  });

  it('ends here, and with the same answer for a token that is none', async () => {
    const ada = await customers.register();
    const elsewhere = await customers.signIn(ada);
    for (const refreshToken of [ada.refreshToken, ada.refreshToken, '', 'x'.repeat(100_000)]) {
      expect(codesOf(await customers.send(signOutOperation, { refreshToken }))).toEqual([]);
    }
    expect(codesOf(await refresh(ada.refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual([]);
  });

  it('ends everywhere', async () => {
    const ada = await customers.register();
    const bob = await customers.register();
    const elsewhere = await customers.signIn(ada);
    expect((await user.ask(ada.viewer, signOutEverywhereOperation)).data.signOutEverywhere.userErrors).toEqual([]);
    expect(codesOf(await refresh(ada.refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(bob.refreshToken))).toEqual([]);
  });

  it('is listed for its owner alone, who can end one of them', async () => {
    const ada = await customers.register();
    const elsewhere = await customers.signIn(ada);
    const bob = await customers.register();
    const listed = await sessionsOf(ada);
    expect(listed.map(({ id }) => id)).toEqual([elsewhere.viewer.sessionId, ada.viewer.sessionId]);
    expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
    const sessionId = elsewhere.viewer.sessionId;
    expect(codesOf(await customers.send(endSessionOperation, { sessionId }, bob.viewer))).toEqual([
      'SESSION_NOT_FOUND',
    ]);
    expect(codesOf(await customers.send(endSessionOperation, { sessionId }, ada.viewer))).toEqual([]);
    expect(codesOf(await customers.send(endSessionOperation, { sessionId }, ada.viewer))).toEqual([
      'SESSION_NOT_FOUND',
    ]);
    expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual(['SESSION_OVER']);
    expect(await sessionsOf(ada)).toHaveLength(1);
  });

  it('is over once it is too old, was not used for too long, or its owner is suspended', async () => {
    const [old, idle, suspended] = await Promise.all([
      customers.register(),
      customers.register(),
      customers.register(),
    ]);
    const set = (sql: string, { id }: Customer) => user.pool.query(sql, [uuidOf(id)]);
    await set('UPDATE session SET expires_at = now() WHERE user_id::text = $1', old);
    await set("UPDATE session SET last_used_at = now() - interval '31 days' WHERE user_id::text = $1", idle);
    await set("UPDATE app_user SET status = 'SUSPENDED' WHERE id::text = $1", suspended);
    for (const { refreshToken } of [old, idle, suspended]) {
      expect(codesOf(await refresh(refreshToken))).toEqual(['SESSION_OVER']);
    }
  });

  it('gives one and the same answer for every token that does not hold', async () => {
    const refusals = await Promise.all(['', 'x', 'A'.repeat(43), 'x'.repeat(1_000_000)].map(refresh));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({ user: null, accessToken: null, refreshToken: null });
  });

  it('are 50 at most for one account: the longest unused one makes room', async () => {
    const ada = await customers.register();
    await user.pool.query(
      `INSERT INTO session (id, user_id, device, expires_at, rotation_secret, last_used_at)
       SELECT gen_random_uuid(), $1::uuid, 'curl', now() + interval '1 day', '\\x00', now() - interval '1 hour'
       FROM generate_series(1, 49)`,
      [uuidOf(ada.id)],
    );
    await customers.signIn(ada);
    const listed = await sessionsOf(ada);
    expect(listed).toHaveLength(50);
    expect(listed.filter(({ device }) => device === 'curl')).toHaveLength(48);
  });

  it('cannot be asked for by nobody', async () => {
    for (const operation of [mySessionsOperation, signOutEverywhereOperation]) {
      const answer = await user.ask(anonymous, operation);
      expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });
});

const uuidOf = (text: string): string => {
  const id = parseId('user', text);
  if (id === null) throw new Error(`${text} is no user`);
  return uuidOfId(id);
};
