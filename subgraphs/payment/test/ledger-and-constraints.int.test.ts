import { newId, uuidOfId } from '@cartograph/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from './events.ts';
import { createPaymentWorld, looking, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
let see: ReturnType<typeof looking>;

beforeAll(async () => {
  world = await createPaymentWorld();
  see = looking(world);
  world.startWorker();
});
afterAll(() => world.stop());

const captured = async () => {
  const order = anOrder();
  await world.deliver(order.paymentRequested());
  await see.untilStatus(order.id, 'AUTHORIZED');
  await world.deliver(order.captureRequested());
  await see.untilStatus(order.id, 'CAPTURED');
  return order;
};

const sql = (text: string, ...values: unknown[]) => world.pool.query(text, values);

describe('the database itself refuses', () => {
  it.each([
    ['UPDATE payment_transaction SET amount_minor = 1', 'append-only'],
    ['DELETE FROM ledger_entry', 'append-only'],
    ['TRUNCATE ledger_entry', 'append-only'],
    ['UPDATE payment SET captured_minor = authorized_minor + 1', 'payment_captured_at_most_authorized'],
    ['UPDATE payment SET refunded_minor = captured_minor + 1', 'payment_refunded_at_most_captured'],
    ["UPDATE payment SET status = 'PAID'", 'payment_status_known'],
  ])('%s', async (statement, reason) => {
    await captured();
    await expect(sql(statement)).rejects.toThrow(reason);
  });

  it('a ledger that does not balance, at the commit', async () => {
    const order = await captured();
    const [transaction] = await see.transactions(order.id);
    const oneLeg = {
      transactionId: transaction?.id ?? '',
      account: 'ORDER_PAYMENTS',
      side: 'DEBIT',
      amountMinor: 1n,
      currency: 'EUR',
    };
    await expect(world.prisma.ledgerEntry.create({ data: oneLeg })).rejects.toThrow('does not balance');
  });

  it('legs that balance only across currencies', async () => {
    const order = await captured();
    const [transaction] = await see.transactions(order.id);
    const legs = (['DEBIT EUR', 'CREDIT USD'] as const).map((leg) => {
      const [side = '', currency = ''] = leg.split(' ');
      return { transactionId: transaction?.id ?? '', account: 'ORDER_PAYMENTS', side, amountMinor: 1n, currency };
    });
    await expect(world.prisma.ledgerEntry.createMany({ data: legs })).rejects.toThrow('does not balance');
  });

  it('a second live payment of an order', async () => {
    const order = await captured();
    const row = await see.payment(order.id);
    if (!row) throw new Error('no payment');
    const second = { ...row, id: uuidOfId(newId('payment')), providerPaymentId: null };
    await expect(world.prisma.payment.create({ data: second })).rejects.toThrow();
  });

  it('a second question to the provider while one is open', async () => {
    const order = await captured();
    const row = await see.payment(order.id);
    await world.stopWorkers();
    await world.deliver(order.cancelled());
    const open = await world.prisma.paymentAttempt.findFirstOrThrow({
      where: { paymentId: row?.id ?? '', status: 'PENDING' },
    });
    const twin = { ...open, cause: {}, id: uuidOfId(newId('attempt')), number: 9, idempotencyKey: 'another' };
    await expect(world.prisma.paymentAttempt.create({ data: twin })).rejects.toThrow();
    world.startWorker();
    await see.untilStatus(order.id, 'REFUNDED');
  });
});

it('the ledger says what was held, taken and given back', async () => {
  const order = await captured();
  await world.deliver(order.cancelled());
  await see.untilStatus(order.id, 'REFUNDED');
  const entries = (await see.transactions(order.id)).flatMap((transaction) => transaction.entries);
  const balance = new Map<string, bigint>();
  for (const { account, side, amountMinor } of entries) {
    balance.set(account, (balance.get(account) ?? 0n) + (side === 'DEBIT' ? amountMinor : -amountMinor));
  }
  expect(Object.fromEntries(balance)).toEqual({
    AUTHORIZED_FUNDS: 0n,
    HELD_FOR_BUYERS: 0n,
    PROVIDER_BALANCE: 0n,
    ORDER_PAYMENTS: 0n,
  });
  expect(entries).toHaveLength(8);
});
