import { newId } from '@cartograph/ids';
import { anonymous, type Viewer } from '@cartograph/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entitiesOperation, registerOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;

const staff: Viewer = { ...anonymous, userId: newId('user'), scopes: ['user:read:any'] };

describe('users as entities of the graph', () => {
  let user: Running;
  let ada: string;
  let bob: string;

  const open = async (email: string): Promise<string> => {
    const input = { email, password: 'a long enough phrase', name: email };
    return (await user.ask(anonymous, registerOperation, { input })).data.register.user.id;
  };
  const entities = async (viewer: Viewer, ids: unknown[]) => {
    const representations = ids.map((id) => ({ __typename: 'User', id }));
    return user.ask(viewer, entitiesOperation, { representations });
  };

  beforeAll(async () => {
    user = await startUserForTests();
    [ada, bob] = await Promise.all([open('ada@example.net'), open('bob@example.net')]);
  });
  afterAll(() => user.stop());

  it('shows a user themself and staff, and hides them from everybody else as if they did not exist', async () => {
    const self = await entities({ ...anonymous, userId: ada }, [bob, ada]);
    expect(self).toEqual({
      data: { _entities: [null, { id: ada, name: 'ada@example.net', email: 'ada@example.net' }] },
    });
    const byStaff = await entities(staff, [bob, ada]);
    expect(byStaff.data._entities.map(({ id }: { id: string }) => id)).toEqual([bob, ada]);
    for (const viewer of [
      anonymous,
      { ...anonymous, userId: newId('user') },
      { ...anonymous, grants: [ada] },
      { ...anonymous, scopes: ['user:read'] },
    ]) {
      expect(await entities(viewer, [ada])).toEqual({ data: { _entities: [null] } });
    }
  });

  it('answers null for ids that are unknown, malformed or of another kind', async () => {
    const answer = await entities(staff, [newId('user'), 'user_', '', 'x'.repeat(100_000), newId('order')]);
    expect(answer).toEqual({ data: { _entities: [null, null, null, null, null] } });
  });

  it('never shows an erased account', async () => {
    const gone = await open('gone@example.net');
    await user.pool.query(
      "UPDATE app_user SET status = 'ERASED', password_hash = NULL WHERE email = 'gone@example.net'",
    );
    expect(await entities(staff, [gone])).toEqual({ data: { _entities: [null] } });
    expect(await entities({ ...anonymous, userId: gone }, [gone])).toEqual({ data: { _entities: [null] } });
  });

  it('reads a hundred users with one statement, as it reads one', async () => {
    // The mails of those who registered are written meanwhile otherwise, and look accounts up.
    const mailJobs = () => user.pool.query('SELECT 1 FROM mail_job');
    await expect.poll(async () => (await mailJobs()).rowCount, { timeout: 10_000 }).toBe(0);
    const ids = Array.from({ length: 100 }, () => newId('user'));
    ids.splice(0, 2, ada as never, bob as never);
    const one = await statementsOf(() => entities(staff, [ada]));
    const hundred = await statementsOf(() => entities(staff, ids));
    expect(one).toHaveLength(1);
    expect(hundred).toHaveLength(1);
  });

  it('refuses whoever is not the gateway with 401 and one plain error, whatever they ask', async () => {
    const headers = { 'content-type': 'application/json' };
    const bodies = [{ query: '{ me { id } }' }, { query: entitiesOperation }, { query: 'nonsense {' }];
    for (const body of bodies) {
      for (const extra of [{}, { 'x-cartograph-viewer': 'forged' }]) {
        const response = await fetch(`${user.url}/graphql`, {
          method: 'POST',
          headers: { ...headers, ...extra },
          body: JSON.stringify(body),
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toEqual({
          errors: [{ message: 'This door is for the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
    }
  });
});

/** The SQL that reads accounts while `work` runs; the relay's own statements go on beside it. */
const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = query.mock.calls.map(([first]) =>
      typeof first === 'string' ? first : (first as unknown as { text: string }).text,
    );
    return texts.filter((text) => text.includes('app_user'));
  } finally {
    query.mockRestore();
  }
};
