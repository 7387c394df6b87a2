import { readFile } from 'node:fs/promises';
import { readAuditEntries } from '@cartograph/audit';
import { type Id, idFromUuid, newId } from '@cartograph/ids';
import { personalRecords } from '@cartograph/personal-data';
import { startSubgraph } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { gatewayClient, newKeyPair } from '@cartograph/testing';
import { anonymous, scopesOfRoles, type Viewer } from '@cartograph/viewer';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { createLoaders } from '../src/graphql/loaders.ts';
import { permissions } from '../src/graphql/permissions.ts';
import { resolvers } from '../src/graphql/resolvers.ts';
import { PrismaClient } from '../src/persistence/generated/client.ts';
import { createPaymentReads } from '../src/persistence/payment-reads.ts';
import { heldOfPerson } from '../src/persistence/personal-traces.ts';
import { refundPayment } from '../src/use-cases/refund-payment.ts';
import { anOrder } from './events.ts';
import { createPaymentWorld, looking, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
let server: Awaited<ReturnType<typeof startSubgraph>>;
let ask: ReturnType<typeof gatewayClient>;
const statements: string[] = [];

const buyer: Viewer = { ...anonymous, userId: newId('user') };
const stranger: Viewer = { ...anonymous, userId: newId('user') };
const staff: Viewer = { ...anonymous, userId: newId('user'), scopes: ['payment:read:any'] };
const guestOf = (orderId: string): Viewer => ({ ...anonymous, grants: [orderId] });

beforeAll(async () => {
  world = await createPaymentWorld();
  world.startWorker();
  const { privateJwk, publicJwks } = await newKeyPair();
  const prisma = new PrismaClient({ adapter: new PrismaPg(world.pool), log: [{ emit: 'event', level: 'query' }] });
  prisma.$on('query', ({ query }) => void statements.push(query));
  const reads = createPaymentReads(prisma);
  server = await startSubgraph<Context>({
    name: 'payment',
    config: {
      HOST: '127.0.0.1',
      PORT: 0,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      EXECUTION: 'compiled',
      VIEWER_JWKS: publicJwks as never,
    },
    logger: createLogger({ service: 'payment-test', level: 'silent' }),
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: (request) => ({
      ...request,
      loaders: createLoaders(reads),
      auditEntries: (page) => readAuditEntries(prisma, page),
      unitOfWork: world.unitOfWork,
      refundPayment: refundPayment(world.repositories),
      personalRecords: personalRecords(prisma, heldOfPerson),
    }),
    isReady: async () => undefined,
  });
  ask = gatewayClient({ url: server.url, audience: 'payment', privateJwk });
});
afterAll(async () => {
  await server.stop();
  await world.stop();
});

const paid = async (buyerId: Id<'user'> | null) => {
  const order = anOrder();
  await world.deliver(order.paymentRequested({ buyerId }));
  await looking(world).untilStatus(order.id, 'AUTHORIZED');
  const data = await ask(staff, entities('Order', 'payment { id }'), {
    references: [{ __typename: 'Order', id: order.id }],
  });
  return { orderId: order.id, paymentId: String(data.data._entities[0].payment.id) };
};

const entities = (type: string, fields: string) =>
  `query ($references: [_Any!]!) { _entities(representations: $references) { ... on ${type} { ${fields} } } }`;
const money = 'amountMinor currency amount';
const everything = `id status failureReason createdAt amount { ${money} } authorizedAmount { amountMinor }
  capturedAmount { amountMinor } refundedAmount { amountMinor }
  transactions { id kind status failureReason createdAt amount { ${money} } }`;
const paymentQuery = `query ($id: ID!) { payment(id: $id) { ${everything} } }`;

describe('a payment', () => {
  it('is shown whole to its buyer', async () => {
    const { paymentId } = await paid(buyer.userId as Id<'user'>);
    const { data, errors } = await ask(buyer, paymentQuery, { id: paymentId });
    expect(errors).toBeUndefined();
    expect(data.payment).toMatchObject({
      id: paymentId,
      status: 'AUTHORIZED',
      failureReason: null,
      amount: { amountMinor: '4200', currency: 'EUR', amount: '42.00' },
      authorizedAmount: { amountMinor: '4200' },
      capturedAmount: { amountMinor: '0' },
      refundedAmount: { amountMinor: '0' },
      transactions: [{ kind: 'AUTHORIZE', status: 'SUCCEEDED', failureReason: null, amount: { amount: '42.00' } }],
    });
  });

  it.each(['', 'nonsense', 'order_01jd8q3v9kf7ztm5w2c4x6y8za', newId('payment')])(
    'is null for the id %j',
    async (id) => {
      expect(await ask(staff, paymentQuery, { id })).toEqual({ data: { payment: null } });
    },
  );

  it('is null to strangers, other guests and nobody, exactly as one that does not exist', async () => {
    const { paymentId, orderId } = await paid(buyer.userId as Id<'user'>);
    const guestPayment = await paid(null);
    for (const viewer of [stranger, anonymous, guestOf(newId('order')), guestOf(paymentId)]) {
      expect(await ask(viewer, paymentQuery, { id: paymentId })).toEqual({ data: { payment: null } });
      expect(await ask(viewer, paymentQuery, { id: guestPayment.paymentId })).toEqual({ data: { payment: null } });
      const asPayment = { references: [{ __typename: 'Payment', id: paymentId }] };
      expect(await ask(viewer, entities('Payment', 'id status'), asPayment)).toEqual({ data: { _entities: [null] } });
      const asOrder = { references: [{ __typename: 'Order', id: orderId }] };
      expect(await ask(viewer, entities('Order', 'id payment { id status }'), asOrder)).toEqual({
        data: { _entities: [{ id: orderId, payment: null }] },
      });
    }
  });

  it('is shown to the guest whose token opens the order, and to staff', async () => {
    const { orderId, paymentId } = await paid(null);
    for (const viewer of [guestOf(orderId), staff]) {
      const asOrder = { references: [{ __typename: 'Order', id: orderId }] };
      expect(await ask(viewer, entities('Order', 'payment { id status }'), asOrder)).toEqual({
        data: { _entities: [{ payment: { id: paymentId, status: 'AUTHORIZED' } }] },
      });
    }
  });

  it('is null for a reference that is malformed', async () => {
    const references = [{ __typename: 'Payment', id: 'x' }];
    expect(await ask(staff, entities('Payment', 'status'), { references })).toEqual({ data: { _entities: [null] } });
  });
});

it('refuses whoever is not the gateway', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(response.status).toBe(401);
});

it('asks the database twice for the payments and transactions of 1, 10 or 100 orders', async () => {
  const userId = newId('user');
  const orders = Array.from({ length: 100 }, () => anOrder());
  for (const order of orders) await world.deliver(order.paymentRequested({ buyerId: userId }));
  for (const order of orders) await looking(world).untilStatus(order.id, 'AUTHORIZED');
  for (const count of [1, 10, 100]) {
    statements.length = 0;
    const references = orders.slice(0, count).map(({ id }) => ({ __typename: 'Order', id }));
    const query = entities('Order', `id payment { ${everything} }`);
    const { data, errors } = await ask({ ...anonymous, userId }, query, { references });
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(references.map(({ id }) => id));
    expect(
      data._entities.every(
        (order: { payment: { transactions: unknown[] } }) => order.payment.transactions.length === 1,
      ),
    ).toBe(true);
    expect(statements).toHaveLength(2);
  }
});

describe('giving money back', () => {
  const finance: Viewer = { ...anonymous, userId: newId('user'), scopes: scopesOfRoles(['FINANCE']) };
  const admin: Viewer = { ...anonymous, userId: newId('user'), scopes: scopesOfRoles(['ADMIN']) };
  const operation = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) { payment { id }
    userErrors { __typename code path ... on RefundExceedsCapturedError { refundable { amountMinor } } ... on PaymentNotRefundableError { status } } } }`;
  const euros = (amountMinor: string) => ({ amountMinor, currency: 'EUR' });
  const refund = async (paymentId: string, more: Record<string, unknown> = {}, viewer = finance) => {
    const input = { paymentId, idempotencyKey: crypto.randomUUID(), reason: 'came in two', ...more };
    return (await ask(viewer, operation, { input })).data?.refundPayment;
  };
  const captured = async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested());
    await looking(world).untilStatus(order.id, 'AUTHORIZED');
    await world.deliver(order.captureRequested('4200'));
    await looking(world).untilStatus(order.id, 'CAPTURED');
    const row = await looking(world).payment(order.id);
    return { order, paymentId: idFromUuid('payment', row?.id ?? '') };
  };
  const refundedAtProvider = async (orderId: Id<'order'>) =>
    (await looking(world).charges(orderId)).map(({ refundedMinor }) => refundedMinor);

  it('in parts goes back once each, is told and booked, and never exceeds what was taken', async () => {
    const { order, paymentId } = await captured();
    const same = { amount: euros('1000'), idempotencyKey: 'one-part' };
    const [one, other] = await Promise.all([refund(paymentId, same), refund(paymentId, same)]);
    expect([one, other]).toEqual([one, { payment: { id: paymentId }, userErrors: [] }]);
    await looking(world).untilStatus(order.id, 'PARTIALLY_REFUNDED');
    expect((await refund(paymentId, { amount: euros('3201') })).userErrors).toMatchObject([
      { __typename: 'RefundExceedsCapturedError', refundable: { amountMinor: '3200' } },
    ]);
    const both = await Promise.all([refund(paymentId), refund(paymentId)]);
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: expect.stringMatching(/REFUND_IN_PROGRESS|PAYMENT_NOT_REFUNDABLE/) },
    ]);
    await looking(world).untilStatus(order.id, 'REFUNDED');
    expect(await looking(world).payment(order.id)).toMatchObject({ capturedMinor: 4200n, refundedMinor: 4200n });
    expect(await refundedAtProvider(order.id)).toEqual(['4200']);
    const told = (await looking(world).told(order.id)).filter((name) => name === 'PaymentRefunded');
    expect(told).toHaveLength(2);
    const entries = `{ paymentAuditEntries(subjectId: "${paymentId}") { nodes { action actorId reason } } }`;
    const entry = { action: 'REFUND_PAYMENT', actorId: finance.userId, reason: 'came in two' };
    expect((await ask(admin, entries)).data.paymentAuditEntries.nodes).toEqual([entry, entry]);
    for (const viewer of [anonymous, buyer, finance])
      expect((await ask(viewer, entries)).data).toEqual({ paymentAuditEntries: null });
    await expect(world.pool.query('DELETE FROM audit_entry')).rejects.toThrow(/append-only/);
  });

  it('is not doubled when the provider gave it back and its answer never came', async () => {
    const { order, paymentId } = await captured();
    let isLost = true;
    world.tap.intercept = async (request, forward) => {
      const answer = await forward();
      if (!isLost || !request.path.includes('refund')) return answer;
      isLost = false;
      throw new Error('the line is cut after the provider has done it');
    };
    await refund(paymentId, { amount: euros('700') });
    await looking(world).untilStatus(order.id, 'PARTIALLY_REFUNDED');
    world.tap.intercept = (_, forward) => forward();
    expect(isLost).toBe(false);
    expect(await refundedAtProvider(order.id)).toEqual(['700']);
    expect(await looking(world).payment(order.id)).toMatchObject({ refundedMinor: 700n });
  });

  it('counts when the order is cancelled meanwhile: the rest goes back, and no more', async () => {
    const { order, paymentId } = await captured();
    await refund(paymentId, { amount: euros('700') });
    await world.deliver(order.cancelled());
    await looking(world).untilStatus(order.id, 'REFUNDED');
    expect(await refundedAtProvider(order.id)).toEqual(['4200']);
  });

  it('is for FINANCE and ADMIN, of what was taken, with every fault named', async () => {
    const { paymentId } = await captured();
    for (const viewer of [anonymous, buyer, staff]) expect(await refund(paymentId, {}, viewer)).toBeUndefined();
    const held = (await paid(null)).paymentId;
    expect((await refund(held)).userErrors).toMatchObject([{ code: 'PAYMENT_NOT_REFUNDABLE', status: 'AUTHORIZED' }]);
    expect((await refund(newId('payment'))).userErrors).toMatchObject([{ code: 'PAYMENT_NOT_FOUND' }]);
    const paths = ({ userErrors }: { userErrors: { path: string[] }[] }) => userErrors.map(({ path }) => path[1]);
    expect(paths(await refund('x', { reason: ' ', idempotencyKey: '' }))).toEqual([
      'paymentId',
      'reason',
      'idempotencyKey',
    ]);
    for (const amount of [euros('0'), euros('-5'), { amountMinor: '1', currency: 'USD' }])
      expect(paths(await refund(paymentId, { amount }))).toEqual(['amount']);
  });
});
