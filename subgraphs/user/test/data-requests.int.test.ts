import { newId } from '@cartograph/ids';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;

const request = 'id kind status receipts { subgraph receivedAt recordCount sha256 } file { content }';
const requestExport = `mutation { requestDataExport { dataRequest { ${request} } userErrors { code } } }`;
const requestErasure = `mutation ($confirmEmail: String!) { requestErasure(input: { confirmEmail: $confirmEmail }) {
  dataRequest { ${request} } userErrors { code path } } }`;
const staff: Viewer = { ...anonymous, userId: newId('user'), scopes: ['user:read:any'] };

describe('requests for a copy of one’s data or its erasure', () => {
  let user: Running;
  beforeAll(async () => {
    user = await startUserForTests({ EXPORT_DEADLINE_SECONDS: 2 });
  });
  afterAll(() => user.stop());

  const newPerson = async () => {
    const email = `${newId('user')}@example.com`;
    const input = { email, password: 'a long enough phrase', name: 'Ada' };
    const { id } = (await user.ask(anonymous, registerOperation, { input })).data.register.user;
    return { email, viewer: { ...anonymous, userId: id as string } };
  };
  const look = async (viewer: Viewer, id: string) =>
    (await user.ask(viewer, `query ($id: ID!) { dataRequest(id: $id) { ${request} } }`, { id })).data.dataRequest;
  const untilStatus = (viewer: Viewer, id: string, status: string) =>
    expect.poll(async () => (await look(viewer, id)).status, { timeout: 15_000 }).toBe(status);

  it('is one export however often it is asked for, and is given up when the others do not answer in time', async () => {
    const { viewer } = await newPerson();
    const asked = await Promise.all(Array.from({ length: 6 }, () => user.ask(viewer, requestExport)));
    const ids = new Set(asked.map(({ data }) => data.requestDataExport.dataRequest.id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    await expect
      .poll(
        async () =>
          (await look(viewer, id)).receipts.find(({ subgraph }: { subgraph: string }) => subgraph === 'user')
            .recordCount,
      )
      .toBe(2);
    await untilStatus(viewer, id, 'FAILED');
    const { rows } = await user.pool.query(
      'SELECT subgraph, content, last_error FROM data_request_part ORDER BY subgraph',
    );
    expect(rows.map(({ subgraph, content }) => [subgraph, content])).toEqual([
      ['order', null],
      ['payment', null],
      ['product', null],
      ['user', null],
    ]);
    expect(rows[0].last_error).toContain('fetch failed');
    const again = await user.ask(viewer, requestExport);
    expect(again.data.requestDataExport.dataRequest.id).not.toBe(id);
  });

  it('hands the copy to its owner alone, not to staff, and to nobody once it has expired', async () => {
    const { viewer } = await newPerson();
    const { id } = (await user.ask(viewer, requestExport)).data.requestDataExport.dataRequest;
    const uuid = '(SELECT max(id::text)::uuid FROM data_request)';
    await user.pool.query(
      `UPDATE data_request_part SET received_at = now(), record_count = 0, content = '[]' WHERE request_id = ${uuid}`,
    );
    await user.pool.query(
      `UPDATE data_request SET status = 'READY', finished_at = now(), expires_at = now() + interval '1 hour' WHERE id = ${uuid}`,
    );
    expect(JSON.parse((await look(viewer, id)).file.content)).toMatchObject({
      requestId: id,
      records: { order: [], payment: [], product: [], user: [] },
    });
    expect(await look(staff, id)).toMatchObject({ status: 'READY', file: null });
    for (const stranger of [anonymous, (await newPerson()).viewer, { ...anonymous, grants: [id] }]) {
      expect(await look(stranger, id)).toBeNull();
    }
    await user.pool.query(`UPDATE data_request SET expires_at = now() - interval '1 second' WHERE id = ${uuid}`);
    expect((await look(viewer, id)).file).toBeNull();
    await untilStatus(viewer, id, 'EXPIRED');
    expect(
      (await user.pool.query(`SELECT 1 FROM data_request_part WHERE request_id = ${uuid} AND content IS NOT NULL`))
        .rowCount,
    ).toBe(0);
  });

  it('erases here at once and keeps the account closed while the others are waited for', async () => {
    const { viewer, email } = await newPerson();
    await user.ask(viewer, requestExport);
    const refused = (await user.ask(viewer, requestErasure, { confirmEmail: 'somebody@example.com' })).data
      .requestErasure;
    expect(refused.userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'confirmEmail'] }]);
    const asked = await Promise.all([1, 2, 3].map(() => user.ask(viewer, requestErasure, { confirmEmail: email })));
    const ids = new Set(asked.map(({ data }) => data.requestErasure.dataRequest.id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    await expect.poll(async () => (await user.ask(viewer, '{ me { id } }')).data.me, { timeout: 10_000 }).toBeNull();
    await expect
      .poll(
        async () =>
          (await look(viewer, id)).receipts.filter(
            ({ receivedAt }: { receivedAt: string | null }) => receivedAt !== null,
          ),
        { timeout: 10_000 },
      )
      .toMatchObject([{ subgraph: 'user' }]);
    expect((await look(viewer, id)).status).toBe('IN_PROGRESS');
    const { rows } = await user.pool.query(
      "SELECT kind, status FROM data_request WHERE user_id IN (SELECT id FROM app_user WHERE status = 'ERASED') ORDER BY kind",
    );
    expect(rows).toEqual([
      { kind: 'ERASURE', status: 'IN_PROGRESS' },
      { kind: 'EXPORT', status: 'FAILED' },
    ]);
    expect((await user.ask(viewer, requestExport)).data.requestDataExport.userErrors).toEqual([
      { code: 'ACCOUNT_CLOSED' },
    ]);
  });
});
