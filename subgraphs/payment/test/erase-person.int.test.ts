import { newId, uuidOfId } from '@cartograph/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, erasureRequested } from './events.ts';
import { createPaymentWorld, looking, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
let see: ReturnType<typeof looking>;

beforeAll(async () => {
  world = await createPaymentWorld();
  see = looking(world);
});
afterAll(() => world.stop());

const receiptsOf = async (requestId: string) =>
  (await world.prisma.outboxEvent.findMany({ where: { aggregateId: requestId } })).map(({ data }) => data);

describe('the payments of a person who wants to be erased', () => {
  it('are left alone while the provider is asked with their token, and then keep their money but not their person', async () => {
    const [buyerId, order] = [newId('user'), anOrder()];
    await world.deliver(order.paymentRequested({ buyerId }));
    const erasure = erasureRequested(buyerId);
    expect(await world.deliver(erasure)).toEqual({ kind: 'early' });
    expect(await receiptsOf(erasure.data.requestId)).toEqual([]);
    world.startWorker();
    await see.untilStatus(order.id, 'AUTHORIZED');
    expect(await world.deliver(erasure)).toEqual({ kind: 'taken' });
    const payment = await see.payment(order.id);
    expect(payment).toMatchObject({ authorizedMinor: 4200n, paymentMethodToken: 'erased' });
    expect(payment?.buyerId).toMatch(/^[\da-f-]{36}$/);
    expect(payment?.buyerId).not.toBe(uuidOfId(buyerId));
    expect(await receiptsOf(erasure.data.requestId)).toMatchObject([{ userId: buyerId, subgraph: 'payment' }]);
    await world.deliver(order.captureRequested());
    await see.untilStatus(order.id, 'CAPTURED');
  });

  it('are not begun by a request that comes late or is replayed, and the receipt is given once', async () => {
    const [buyerId, late] = [newId('user'), anOrder()];
    const erasure = erasureRequested(buyerId);
    await world.deliver(erasure);
    expect(await world.deliver({ ...erasure, eventId: crypto.randomUUID() })).toEqual({ kind: 'taken' });
    expect(await receiptsOf(erasure.data.requestId)).toHaveLength(1);
    await world.deliver(late.paymentRequested({ buyerId }));
    expect(await see.payment(late.id)).toBeNull();
    expect(await see.charges(late.id)).toEqual([]);
  });
});
