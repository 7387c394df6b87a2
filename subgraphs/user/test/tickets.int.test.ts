import { newId } from '@cartograph/ids';
import { anonymous, scopesByRole, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;
type Input = Record<string, unknown>;

const ticket = `id subject status priority version customer { id } assignee { id } order { id }
  messages { author body } sla { isPaused isBreached firstRespondedAt resolutionDueAt } resolvedAt`;
const inputs: Readonly<Record<string, string>> = {
  openTicket: 'OpenTicketInput',
  replyToTicket: 'ReplyToTicketInput',
  addTicketNote: 'AddTicketNoteInput',
  assignTicket: 'AssignTicketInput',
  setTicketPriority: 'SetTicketPriorityInput',
  resolveTicket: 'ResolveTicketInput',
  reopenTicket: 'ReopenTicketInput',
};
const operation = (name: string) =>
  `mutation ($input: ${inputs[name]}!) { ${name}(input: $input) { ticket { ${ticket} } userErrors { code path ... on TicketStatusRefusedError { status } } } }`;

describe('support tickets', () => {
  let user: Running;
  let support: Viewer;
  beforeAll(async () => {
    user = await startUserForTests();
    support = { ...(await newViewer()), scopes: [...scopesByRole.SUPPORT] };
  });
  afterAll(() => user.stop());

  const newViewer = async (): Promise<Viewer> => {
    const input = { email: `${newId('user')}@example.com`, password: 'a long enough phrase', name: 'Ada' };
    return { ...anonymous, userId: (await user.ask(anonymous, registerOperation, { input })).data.register.user.id };
  };
  const run = async (viewer: Viewer, name: string, input: Input) => {
    const answer = await user.ask(viewer, operation(name), { input });
    expect(answer.errors).toBeUndefined();
    return answer.data[name];
  };
  const open = async (viewer: Viewer, input: Input = {}) => {
    const said = {
      subject: 'A broken lamp',
      message: 'It came in two.',
      idempotencyKey: crypto.randomUUID(),
      ...input,
    };
    return run(viewer, 'openTicket', said);
  };
  const look = async (viewer: Viewer, id: string) =>
    (await user.ask(viewer, `query ($id: ID!) { ticket(id: $id) { ${ticket} } }`, { id })).data.ticket;
  const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);

  it('goes from its customer to the staff and back, and both its turns and its events are told', async () => {
    const ada = await newViewer();
    const orderId = newId('order');
    const { id } = (await open(ada, { orderId })).ticket;
    expect(await look(ada, id)).toMatchObject({
      status: 'OPEN',
      customer: { id: ada.userId },
      order: { id: orderId },
      sla: { isPaused: false, isBreached: false },
    });
    await run(support, 'assignTicket', { ticketId: id, assigneeId: support.userId });
    await run(support, 'addTicketNote', { ticketId: id, message: 'Third one this week.' });
    const answered = await run(support, 'replyToTicket', { ticketId: id, message: 'We send a new one.' });
    expect(answered.ticket).toMatchObject({
      status: 'PENDING_CUSTOMER',
      assignee: { id: support.userId },
      sla: { isPaused: true },
    });
    expect((await run(ada, 'replyToTicket', { ticketId: id, message: 'Thanks!' })).ticket.status).toBe('OPEN');
    expect((await run(support, 'resolveTicket', { ticketId: id })).ticket).toMatchObject({ status: 'RESOLVED' });
    expect(await run(support, 'replyToTicket', { ticketId: id, message: 'And?' })).toMatchObject({
      ticket: null,
      userErrors: [{ code: 'TICKET_STATUS_REFUSED', status: 'RESOLVED' }],
    });
    expect((await run(ada, 'replyToTicket', { ticketId: id, message: 'It broke again.' })).ticket).toMatchObject({
      status: 'OPEN',
      resolvedAt: null,
    });
    expect((await look(support, id)).messages.map(({ author }: Input) => author)).toEqual([
      'CUSTOMER',
      'NOTE',
      'STAFF',
      'CUSTOMER',
      'CUSTOMER',
    ]);
    expect((await look(ada, id)).messages.map(({ author }: Input) => author)).toEqual([
      'CUSTOMER',
      'STAFF',
      'CUSTOMER',
      'CUSTOMER',
    ]);
    const { rows } = await user.pool.query(
      'SELECT name, data FROM outbox_event WHERE aggregate_id = $1 ORDER BY position',
      [id],
    );
    expect(rows.map(({ name }) => name)).toEqual(['TicketOpened', 'TicketResolved']);
    expect(JSON.stringify(rows)).not.toContain('lamp');
  });

  it('is opened by a guest with the token of an order, and followed by whoever holds it', async () => {
    const order = newId('order');
    const guest: Viewer = { ...anonymous, grants: [order] };
    const { id } = (await open(guest, { orderId: order })).ticket;
    expect((await run(guest, 'replyToTicket', { ticketId: id, message: 'Hello?' })).ticket.messages).toHaveLength(2);
    expect(await look({ ...anonymous, grants: [newId('order')] }, id)).toBeNull();
    expect((await open(guest, { orderId: newId('order') })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'orderId'] },
    ]);
    const nobody = await user.ask(anonymous, operation('openTicket'), {
      input: { subject: 'x', message: 'x', idempotencyKey: 'k' },
    });
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is opened once by a second click, and refused with every fault named', async () => {
    const ada = await newViewer();
    const again = { idempotencyKey: 'twice' };
    const opened = await Promise.all([open(ada, again), open(ada, again), open(ada, again)]);
    expect(new Set(opened.map((payload) => payload.ticket.id)).size).toBe(1);
    expect(codes(await open(ada, { ...again, subject: 'Another' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const bad = await open(ada, { subject: ' ', message: 'x'.repeat(10_001) });
    expect(bad.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(['subject', 'message']);
  });

  it('is nothing to a stranger, whatever is tried, and the staff’s work is the staff’s', async () => {
    const [ada, eve] = [await newViewer(), await newViewer()];
    const { id } = (await open(ada)).ticket;
    expect(await look(eve, id)).toBeNull();
    expect(codes(await run(eve, 'replyToTicket', { ticketId: id, message: 'me too' }))).toEqual(['TICKET_NOT_FOUND']);
    const staffOnly: Record<string, Input> = {
      addTicketNote: { ticketId: id, message: 'x' },
      assignTicket: { ticketId: id },
      setTicketPriority: { ticketId: id, priority: 'URGENT' },
      resolveTicket: { ticketId: id },
      reopenTicket: { ticketId: id },
    };
    for (const [name, input] of Object.entries(staffOnly))
      for (const viewer of [ada, eve, { ...eve, scopes: ['ticket:read:any'] }])
        expect((await user.ask(viewer, operation(name), { input })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await look(ada, id)).toMatchObject({ status: 'OPEN', priority: 'NORMAL', version: 1 });
    for (const ticketId of [newId('ticket'), 'ticket_', 'x'.repeat(9_999)])
      expect(codes(await run(support, 'resolveTicket', { ticketId }))).toEqual(['TICKET_NOT_FOUND']);
  });

  it('stands in the queue by what is due first, page by page, filtered, for the staff alone', async () => {
    await user.pool.query('DELETE FROM support_ticket');
    const ada = await newViewer();
    const ids: string[] = [];
    for (const subject of ['first', 'second', 'third', 'fourth']) ids.push((await open(ada, { subject })).ticket.id);
    const [first = '', second = '', third = '', fourth = ''] = ids;
    await run(support, 'setTicketPriority', { ticketId: third, priority: 'URGENT' });
    await run(support, 'assignTicket', { ticketId: first, assigneeId: support.userId });
    await run(support, 'resolveTicket', { ticketId: fourth });
    await user.pool.query(
      "UPDATE support_ticket SET resolution_due_at = now() - interval '1 hour' WHERE subject = 'second'",
    );
    const page = async (filter: Input, args = '') => {
      const query = `query ($filter: TicketFilterInput) { tickets(filter: $filter${args}) { nodes { id sla { isBreached } } pageInfo { hasNextPage endCursor } } }`;
      return (await user.ask(support, query, { filter })).data.tickets;
    };
    const idsOf = async (filter: Input) => (await page(filter)).nodes.map(({ id }: Input) => id);
    expect(await idsOf({})).toEqual([second, third, first]);
    expect(await idsOf({ isUnassigned: true })).toEqual([second, third]);
    expect(await idsOf({ assigneeId: support.userId })).toEqual([first]);
    expect(await idsOf({ isOverdue: true })).toEqual([second]);
    expect(await idsOf({ statuses: ['RESOLVED'] })).toEqual([fourth]);
    const one = await page({}, ', first: 2');
    expect(one).toMatchObject({
      nodes: [{ id: second, sla: { isBreached: true } }, { id: third }],
      pageInfo: { hasNextPage: true },
    });
    const two = await page({}, `, first: 2, after: "${one.pageInfo.endCursor}"`);
    expect(two).toMatchObject({ nodes: [{ id: first }], pageInfo: { hasNextPage: false } });
    expect((await user.ask(ada, '{ tickets { nodes { id } } }')).data?.tickets ?? null).toBeNull();
    expect((await user.ask(ada, '{ me { tickets { id } } }')).data.me.tickets).toHaveLength(4);
  });

  it('keeps who of the staff did what to whose ticket, and why, for ADMIN alone; its customer leaves no entry', async () => {
    const ada = await newViewer();
    const admin: Viewer = { ...(await newViewer()), scopes: [...scopesByRole.ADMIN] };
    const { id: ticketId } = (await open(ada)).ticket;
    await run(ada, 'replyToTicket', { ticketId, message: 'Hello?' });
    await run(support, 'assignTicket', { ticketId, assigneeId: support.userId });
    await run(support, 'setTicketPriority', { ticketId, priority: 'HIGH', reason: ' a birthday present ' });
    await run(support, 'addTicketNote', { ticketId, message: 'Third one.' });
    await run(support, 'replyToTicket', { ticketId, message: 'We send a new one.' });
    await run(support, 'resolveTicket', { ticketId });
    await run(support, 'reopenTicket', { ticketId });
    expect((await run(support, 'resolveTicket', { ticketId, reason: 'x' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'reason'] },
    ]);
    const query = `{ userAuditEntries(subjectId: "${ticketId}") { nodes { action customerId actorId reason } } }`;
    const entry = (action: string, reason = 'As the ticket asks.') => ({
      action,
      customerId: ada.userId,
      actorId: support.userId,
      reason,
    });
    expect((await user.ask(admin, query)).data.userAuditEntries.nodes).toEqual([
      entry('REOPEN_TICKET'),
      entry('RESOLVE_TICKET'),
      entry('REPLY_TO_TICKET'),
      entry('NOTE_ON_TICKET'),
      entry('SET_TICKET_PRIORITY', 'a birthday present'),
      entry('ASSIGN_TICKET'),
    ]);
    for (const viewer of [anonymous, ada, support])
      expect((await user.ask(viewer, query)).data).toEqual({ userAuditEntries: null });
    for (const change of ["UPDATE audit_entry SET reason = ''", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(user.pool.query(change)).rejects.toThrow(/append-only/);
  });

  it('is closed a week after it was resolved, and takes nothing any more', async () => {
    const ada = await newViewer();
    const { id } = (await open(ada)).ticket;
    await run(support, 'resolveTicket', { ticketId: id });
    await user.pool.query(
      "UPDATE support_ticket SET resolved_at = now() - interval '8 days' WHERE status = 'RESOLVED'",
    );
    expect((await look(ada, id)).status).toBe('CLOSED');
    for (const [viewer, name, input] of [
      [ada, 'replyToTicket', { ticketId: id, message: 'Still broken' }],
      [support, 'reopenTicket', { ticketId: id }],
      [support, 'setTicketPriority', { ticketId: id, priority: 'LOW' }],
    ] as const)
      expect((await run(viewer, name, input)).userErrors).toMatchObject([
        { code: 'TICKET_STATUS_REFUSED', status: 'CLOSED' },
      ]);
  });

  it('loses what was written on it when its customer is erased', async () => {
    const ada = await newViewer();
    const { id } = (await open(ada, { subject: 'My secret', message: 'I live at 5 Elm Street' })).ticket;
    const email = (await user.pool.query('SELECT email FROM app_user ORDER BY id DESC LIMIT 1')).rows[0].email;
    await user.ask(
      ada,
      'mutation ($e: String!) { requestErasure(input: { confirmEmail: $e }) { userErrors { code } } }',
      { e: email },
    );
    await expect.poll(async () => (await look(support, id)).subject, { timeout: 10_000 }).toBe('Erased');
    expect((await look(support, id)).messages).toEqual([{ author: 'CUSTOMER', body: 'Erased' }]);
  });
});
