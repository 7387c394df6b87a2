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

const authorized = async () => {
  const order = anOrder();
  await world.deliver(order.paymentRequested());
  await see.untilStatus(order.id, 'AUTHORIZED');
  return order;
};

describe('a requested payment', () => {
  it('is authorised once, recorded, balanced and told', async () => {
    const order = await authorized();
    expect(await see.payment(order.id)).toMatchObject({ authorizedMinor: 4200n, capturedMinor: 0n, version: 2 });
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized']);
    expect(await see.charges(order.id)).toMatchObject([{ status: 'authorized', authorizedMinor: '4200' }]);
    const [transaction] = await see.transactions(order.id);
    expect(transaction?.entries.map(({ account, side, amountMinor }) => [account, side, amountMinor])).toEqual([
      ['AUTHORIZED_FUNDS', 'DEBIT', 4200n],
      ['HELD_FOR_BUYERS', 'CREDIT', 4200n],
    ]);
  });

  it.each([
    ['tok_decline', 'DECLINED'],
    ['tok_insufficient_funds', 'INSUFFICIENT_FUNDS'],
    ['tok_of_nobody', 'INVALID_PAYMENT_METHOD'],
  ])('with %s fails with %s and holds nothing', async (paymentMethodToken, failureReason) => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ paymentMethodToken }));
    await see.untilStatus(order.id, 'FAILED');
    expect(await see.payment(order.id)).toMatchObject({ failureReason, authorizedMinor: 0n });
    expect(await see.told(order.id)).toEqual(['PaymentFailed']);
  });

  it('is charged once when the provider charges and never answers', async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ paymentMethodToken: 'tok_timeout_after_charge' }));
    await see.untilStatus(order.id, 'AUTHORIZED');
    expect(await see.charges(order.id)).toHaveLength(1);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized']);
    const asked = world.tap.requests.filter(({ body }) => body.includes('tok_timeout_after_charge'));
    expect(asked).toHaveLength(1);
  });

  it('is charged once when the provider fails before it charges', async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ paymentMethodToken: 'tok_error_before_charge' }));
    await see.untilStatus(order.id, 'AUTHORIZED');
    expect(await see.charges(order.id)).toHaveLength(1);
  });

  it('of nothing at all goes its way without a ledger entry', async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ amountMinor: '0' }));
    await see.untilStatus(order.id, 'AUTHORIZED');
    await world.deliver(order.captureRequested('0'));
    await see.untilStatus(order.id, 'CAPTURED');
    expect((await see.transactions(order.id)).flatMap(({ entries }) => entries)).toEqual([]);
  });

  it('waits for the buyer when the bank wants it, and lets go when the order ends', async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ paymentMethodToken: 'tok_3ds' }));
    await see.untilStatus(order.id, 'REQUIRES_ACTION');
    await world.deliver(order.rejected());
    await see.untilStatus(order.id, 'VOIDED');
    expect(await see.told(order.id)).toEqual(['PaymentActionRequired', 'PaymentVoided']);
    expect(await see.charges(order.id)).toMatchObject([{ status: 'voided' }]);
  });
});

describe('duplicates', () => {
  it('of one event, twenty at once, start one payment', async () => {
    const order = anOrder();
    const event = order.paymentRequested();
    const intakes = await Promise.all(Array.from({ length: 20 }, () => world.deliver(event)));
    expect(intakes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    await see.untilStatus(order.id, 'AUTHORIZED');
    expect(await see.charges(order.id)).toHaveLength(1);
  });

  it('asked for by several events at once start one payment', async () => {
    const order = anOrder();
    await Promise.all(Array.from({ length: 10 }, () => world.deliver(order.paymentRequested())));
    await see.untilStatus(order.id, 'AUTHORIZED');
    await world.deliver(order.paymentRequested());
    expect(await see.charges(order.id)).toHaveLength(1);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized']);
  });

  it('of a capture take the money once', async () => {
    const order = await authorized();
    await Promise.all(Array.from({ length: 5 }, () => world.deliver(order.captureRequested())));
    await see.untilStatus(order.id, 'CAPTURED');
    await world.deliver(order.captureRequested());
    expect(await see.payment(order.id)).toMatchObject({ capturedMinor: 4200n });
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentCaptured']);
  });
});

describe('a capture', () => {
  it('that the bank refuses is told, and the money let go when the order is cancelled', async () => {
    const order = anOrder();
    await world.deliver(order.paymentRequested({ paymentMethodToken: 'tok_capture_fails' }));
    await see.untilStatus(order.id, 'AUTHORIZED');
    await world.deliver(order.captureRequested());
    await see.untilStatus(order.id, 'AUTHORIZED');
    await expect.poll(() => see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentCaptureFailed']);
    await world.deliver(order.cancelled());
    await see.untilStatus(order.id, 'VOIDED');
    expect(await see.charges(order.id)).toMatchObject([{ status: 'voided', capturedMinor: '0' }]);
  });

  it('asked for before there is a payment comes again later', async () => {
    expect(await world.deliver(anOrder().captureRequested())).toEqual({ kind: 'early' });
  });

  it.each([
    ['of more than is held', '4201', 'EUR'],
    ['in another currency', '4200', 'USD'],
  ])('%s is impossible and changes nothing', async (_, amountMinor, currency) => {
    const order = await authorized();
    expect(await world.deliver(order.captureRequested(amountMinor, currency))).toMatchObject({ kind: 'impossible' });
    expect(await see.payment(order.id)).toMatchObject({ status: 'AUTHORIZED', version: 2 });
  });

  it('of a part lets the rest go', async () => {
    const order = await authorized();
    await world.deliver(order.captureRequested('1200'));
    await see.untilStatus(order.id, 'PARTIALLY_CAPTURED');
    await world.deliver(order.cancelled());
    await see.untilStatus(order.id, 'REFUNDED');
    expect(await see.charges(order.id)).toMatchObject([{ status: 'refunded', refundedMinor: '1200' }]);
  });
});

describe('an order that ends', () => {
  it('gets its held money back by a void', async () => {
    const order = await authorized();
    await world.deliver(order.rejected());
    await world.deliver(order.rejected());
    await see.untilStatus(order.id, 'VOIDED');
    expect(await see.charges(order.id)).toMatchObject([{ status: 'voided' }]);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentVoided']);
  });

  it('gets its taken money back by one refund', async () => {
    const order = await authorized();
    await world.deliver(order.captureRequested());
    await see.untilStatus(order.id, 'CAPTURED');
    await Promise.all([world.deliver(order.cancelled()), world.deliver(order.cancelled())]);
    await see.untilStatus(order.id, 'REFUNDED');
    expect(await see.charges(order.id)).toMatchObject([{ status: 'refunded', refundedMinor: '4200' }]);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentCaptured', 'PaymentRefunded']);
  });

  it('before its payment is asked for is never charged', async () => {
    const order = anOrder();
    await world.deliver(order.rejected());
    await world.deliver(order.paymentRequested());
    expect(await see.payment(order.id)).toBeNull();
    expect(await world.deliver(order.captureRequested())).toEqual({ kind: 'taken' });
  });

  it('at the very moment its payment is asked for holds no money in the end', async () => {
    const orders = Array.from({ length: 20 }, () => anOrder());
    await Promise.all(
      orders.flatMap((order) => [world.deliver(order.paymentRequested()), world.deliver(order.rejected())]),
    );
    for (const order of orders) {
      const payment = await see.payment(order.id);
      if (payment) await see.untilStatus(order.id, 'VOIDED');
      const held = (await see.charges(order.id)).filter(({ status }) => status !== 'voided');
      expect(held).toEqual([]);
    }
  });
});
