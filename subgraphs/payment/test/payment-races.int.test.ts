import { createLogger } from '@cartograph/telemetry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAuthorizationSweeper } from '../src/sweepers/authorization-sweeper.ts';
import { expireAuthorization } from '../src/use-cases/expire-authorization.ts';
import { anOrder } from './events.ts';
import { createGate, createPaymentWorld, looking, type PaymentWorld, until } from './payment-world.ts';

let world: PaymentWorld;
let see: ReturnType<typeof looking>;

beforeEach(async () => {
  world = await createPaymentWorld();
  see = looking(world);
});
afterEach(() => world.stop());

/** Holds the first request whose path ends like that, after the provider has done it, until the gate opens. */
const holdAnswer = (pathEnd: string, { tap }: Pick<PaymentWorld, 'tap'> = world) => {
  const gate = createGate();
  let isHeld = false;
  tap.intercept = async ({ method, path }, forward) => {
    const answer = await forward();
    if (isHeld || method !== 'POST' || !path.endsWith(pathEnd)) return answer;
    isHeld = true;
    gate.arrive();
    await gate.isOpen;
    return answer;
  };
  return gate;
};

describe('late results', () => {
  it('an authorisation that arrives for a rejected order is voided', async () => {
    const order = anOrder();
    const gate = holdAnswer('/v1/payments');
    world.startWorker();
    await world.deliver(order.paymentRequested());
    await gate.hasArrived;
    await world.deliver(order.rejected());
    expect(await see.payment(order.id)).toMatchObject({ status: 'AUTHORIZING' });
    gate.open();
    await see.untilStatus(order.id, 'VOIDED');
    expect(await see.charges(order.id)).toMatchObject([{ status: 'voided' }]);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentVoided']);
  });

  it('a capture that raced a cancellation is refunded', async () => {
    const order = anOrder();
    world.startWorker();
    await world.deliver(order.paymentRequested());
    await see.untilStatus(order.id, 'AUTHORIZED');
    const gate = holdAnswer('/capture');
    await world.deliver(order.captureRequested());
    await gate.hasArrived;
    await world.deliver(order.cancelled());
    gate.open();
    await see.untilStatus(order.id, 'REFUNDED');
    expect(await see.charges(order.id)).toMatchObject([{ capturedMinor: '4200', refundedMinor: '4200' }]);
    expect(await see.told(order.id)).toEqual(['PaymentAuthorized', 'PaymentCaptured', 'PaymentRefunded']);
  });

  it('a line that is cut after each charge, capture and refund moves the money once each', async () => {
    const cut = new Set<string>();
    world.tap.intercept = async ({ method, path }, forward) => {
      const answer = await forward();
      if (method !== 'POST' || cut.has(path)) return answer;
      cut.add(path);
      return null;
    };
    world.startWorker();
    const order = anOrder();
    await world.deliver(order.paymentRequested());
    await see.untilStatus(order.id, 'AUTHORIZED');
    await world.deliver(order.captureRequested());
    await see.untilStatus(order.id, 'CAPTURED');
    await world.deliver(order.cancelled());
    await see.untilStatus(order.id, 'REFUNDED');
    expect(cut.size).toBe(3);
    expect(await see.charges(order.id)).toMatchObject([{ capturedMinor: '4200', refundedMinor: '4200' }]);
  });
});

describe('several workers', () => {
  it('share the attempts and charge each payment once', async () => {
    const settledBy: number[] = [];
    const orders = Array.from({ length: 40 }, () => anOrder());
    for (const order of orders) await world.deliver(order.paymentRequested());
    for (const worker of [1, 2]) world.startWorker({ onSettled: () => settledBy.push(worker) });
    for (const order of orders) await see.untilStatus(order.id, 'AUTHORIZED');
    expect(new Set(settledBy)).toEqual(new Set([1, 2]));
    const references = (await world.providerProcess.ledger()).map(({ reference }) => reference);
    expect(references).toHaveLength(40);
    expect(new Set(references).size).toBe(40);
    const asked = world.tap.requests.filter(({ method }) => method === 'POST');
    expect(asked).toHaveLength(40);
  });

  it('one that comes back after its lease ran out changes nothing that another has recorded', async () => {
    const patient = await createPaymentWorld({ providerTimeoutMs: 5_000 });
    const seen = looking(patient);
    try {
      const order = anOrder();
      const gate = holdAnswer('/v1/payments', patient);
      const settledBy: string[] = [];
      patient.startWorker({ leaseSeconds: 1, onSettled: () => settledBy.push('slow') });
      await patient.deliver(order.paymentRequested());
      await gate.hasArrived;
      patient.startWorker({ onSettled: () => settledBy.push('quick') });
      await seen.untilStatus(order.id, 'AUTHORIZED');
      gate.open();
      await until(async () => settledBy.length, 2);
      expect(await seen.transactions(order.id)).toHaveLength(1);
      expect(await seen.charges(order.id)).toHaveLength(1);
      expect(await seen.told(order.id)).toEqual(['PaymentAuthorized']);
      expect(await seen.payment(order.id)).toMatchObject({ version: 2 });
    } finally {
      await patient.stop();
    }
  });

  it('one that is stopped finishes what is in hand', async () => {
    const order = anOrder();
    const gate = holdAnswer('/v1/payments');
    world.startWorker();
    await world.deliver(order.paymentRequested());
    await gate.hasArrived;
    const stopped = world.stopWorkers();
    gate.open();
    await stopped;
    expect(await see.payment(order.id)).toMatchObject({ status: 'AUTHORIZED' });
  });
});

describe('the sweeper', () => {
  const sweeping = (deadlineSeconds: number) =>
    startAuthorizationSweeper({
      payments: world.repositories.payments,
      expireAuthorization: expireAuthorization(world.repositories),
      unitOfWork: world.unitOfWork,
      logger: createLogger({ service: 'payment-test', level: 'silent' }),
      settings: { deadlineSeconds, intervalSeconds: 1 },
    });

  it('lets go what was held past the deadline, and a capture that comes after is told to have failed', async () => {
    world.startWorker();
    const held = anOrder();
    const waiting = anOrder();
    const captured = anOrder();
    await world.deliver(held.paymentRequested());
    await world.deliver(waiting.paymentRequested({ paymentMethodToken: 'tok_3ds' }));
    await world.deliver(captured.paymentRequested());
    await see.untilStatus(captured.id, 'AUTHORIZED');
    await world.deliver(captured.captureRequested());
    await see.untilStatus(captured.id, 'CAPTURED');
    await see.untilStatus(waiting.id, 'REQUIRES_ACTION');
    await world.pool.query(
      "UPDATE payment SET created_at = now() - interval '2 days', authorized_at = authorized_at - interval '2 days'",
    );
    const sweeper = sweeping(86_400);
    await see.untilStatus(held.id, 'VOIDED');
    await see.untilStatus(waiting.id, 'FAILED');
    await sweeper.stop();
    expect(await see.told(waiting.id)).toEqual(['PaymentActionRequired', 'PaymentFailed']);
    expect(await see.payment(waiting.id)).toMatchObject({ failureReason: 'ACTION_EXPIRED' });
    expect(await see.payment(captured.id)).toMatchObject({ status: 'CAPTURED' });
    await world.deliver(held.captureRequested());
    expect(await see.told(held.id)).toEqual(['PaymentAuthorized', 'PaymentVoided', 'PaymentCaptureFailed']);
  });

  it('leaves alone what is younger', async () => {
    world.startWorker();
    const order = anOrder();
    await world.deliver(order.paymentRequested());
    await see.untilStatus(order.id, 'AUTHORIZED');
    await sweeping(60).stop();
    expect(await see.payment(order.id)).toMatchObject({ status: 'AUTHORIZED' });
  });
});

describe('a provider that is down', () => {
  it('is asked again until it is back, and then charges once', async () => {
    let isDown = true;
    world.tap.intercept = async (_, forward) => (isDown ? null : forward());
    world.startWorker();
    const order = anOrder();
    await world.deliver(order.paymentRequested());
    await until(async () => world.tap.requests.length >= 3, true);
    expect(await see.payment(order.id)).toMatchObject({ status: 'AUTHORIZING' });
    isDown = false;
    await see.untilStatus(order.id, 'AUTHORIZED');
    expect(await see.charges(order.id)).toHaveLength(1);
  });
});
