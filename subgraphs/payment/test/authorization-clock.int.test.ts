import { createLogger } from '@cartograph/telemetry';
import { installJumpingClock, type JumpingClock } from '@cartograph/testing';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startAuthorizationSweeper } from '../src/sweepers/authorization-sweeper.ts';
import { expireAuthorization } from '../src/use-cases/expire-authorization.ts';
import { anOrder } from './events.ts';
import { createPaymentWorld, looking, type PaymentWorld } from './payment-world.ts';

const hours = 3_600;

let world: PaymentWorld;
let see: ReturnType<typeof looking>;
let clock: JumpingClock;
let looks = 0;
let replicas: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  world = await createPaymentWorld();
  see = looking(world);
  clock = await installJumpingClock(String(world.pool.options.connectionString));
  world.startWorker();
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  replicas = [];
});
afterAll(async () => {
  await clock.close();
  await world.stop();
});

const startReplica = () => {
  const { payments } = world.repositories;
  const findHeldLongerThan: typeof payments.findHeldLongerThan = async (seconds, limit) => {
    const held = await payments.findHeldLongerThan(seconds, limit);
    looks += 1;
    return held;
  };
  return startAuthorizationSweeper({
    payments: { findHeldLongerThan },
    expireAuthorization: expireAuthorization(world.repositories),
    unitOfWork: world.unitOfWork,
    logger: createLogger({ service: 'payment-test', level: 'silent' }),
    settings: { deadlineSeconds: 24 * hours, intervalSeconds: 0.02 },
  });
};

/** Until every replica has looked since now. */
const allHaveLooked = async () => {
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 3 * replicas.length), { timeout: 10_000 });
};

const pay = async (status: 'AUTHORIZED' | 'REQUIRES_ACTION') => {
  const order = anOrder();
  await world.deliver(order.paymentRequested(status === 'AUTHORIZED' ? {} : { paymentMethodToken: 'tok_3ds' }));
  await see.untilStatus(order.id, status);
  return order.id;
};

it('lets each go once when the clock jumps past the deadline under three sweepers, and none before', async () => {
  const held = await Promise.all(Array.from({ length: 12 }, () => pay('AUTHORIZED')));
  const waiting = await Promise.all(Array.from({ length: 4 }, () => pay('REQUIRES_ACTION')));
  replicas = Array.from({ length: 3 }, startReplica);

  await clock.jump(23 * hours);
  await allHaveLooked();
  for (const id of held) expect(await see.payment(id)).toMatchObject({ status: 'AUTHORIZED' });
  for (const id of waiting) expect(await see.payment(id)).toMatchObject({ status: 'REQUIRES_ACTION' });

  await clock.jump(2 * hours);
  for (const id of held) await see.untilStatus(id, 'VOIDED');
  for (const id of waiting) await see.untilStatus(id, 'FAILED');
  await allHaveLooked();
  for (const id of held) expect(await see.told(id)).toEqual(['PaymentAuthorized', 'PaymentVoided']);
  for (const id of waiting) expect(await see.told(id)).toEqual(['PaymentActionRequired', 'PaymentFailed']);
});

it('lets none go early and holds none for ever when the clock is set back for two days', async () => {
  const before = [await pay('AUTHORIZED'), await pay('REQUIRES_ACTION')] as const;
  replicas = Array.from({ length: 3 }, startReplica);

  await clock.jump(-48 * hours);
  const after = [await pay('AUTHORIZED'), await pay('REQUIRES_ACTION')] as const;
  await clock.jump(23 * hours);
  await allHaveLooked();
  expect(await see.payment(after[0])).toMatchObject({ status: 'AUTHORIZED' });
  expect(await see.payment(after[1])).toMatchObject({ status: 'REQUIRES_ACTION' });

  await clock.jump(2 * hours);
  await see.untilStatus(after[0], 'VOIDED');
  await see.untilStatus(after[1], 'FAILED');
  expect(await see.payment(before[0])).toMatchObject({ status: 'AUTHORIZED' });
  expect(await see.payment(before[1])).toMatchObject({ status: 'REQUIRES_ACTION' });

  await clock.jump(48 * hours);
  await see.untilStatus(before[0], 'VOIDED');
  await see.untilStatus(before[1], 'FAILED');
});
