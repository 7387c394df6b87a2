import { setTimeout as delay } from 'node:timers/promises';
import type { DomainEvent, ReactedBy } from '@cartograph/events';
import { type Id, idFromUuid, uuidOfId } from '@cartograph/ids';
import { createUnitOfWork, pgStatements, pgTransactions, takeIn } from '@cartograph/outbox';
import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase, startTap } from '@cartograph/testing';
import { PrismaPg } from '@prisma/adapter-pg';
import { startAttemptWorker } from '../src/attempts/attempt-worker.ts';
import { makeAttempt } from '../src/attempts/make-attempt.ts';
import { settleAttempt } from '../src/attempts/settle-attempt.ts';
import { PrismaClient } from '../src/persistence/generated/client.ts';
import { personalTraces } from '../src/persistence/personal-traces.ts';
import { createRepositories } from '../src/persistence/repositories.ts';
import { createProviderClient } from '../src/provider/ask-provider.ts';
import { createSandboxProvider } from '../src/provider/sandbox-provider.ts';
import { createReactions } from '../src/reactions/index.ts';
import { endOrder } from '../src/use-cases/end-order.ts';
import { erasePerson } from '../src/use-cases/erase-person.ts';
import type { ClaimedAttempt } from '../src/use-cases/ports.ts';
import { recordResult } from '../src/use-cases/record-result.ts';
import { requestCapture } from '../src/use-cases/request-capture.ts';
import { requestPayment } from '../src/use-cases/request-payment.ts';
import { providerKey, startProviderProcess } from './provider-process.ts';

const logger = createLogger({ service: 'payment-test', level: 'silent' });

/** The database, the provider and a tap on the line between us and it. */
const openParts = async (providerTimeoutMs: number) => {
  const database = await createTestDatabase('payment');
  const providerProcess = await startProviderProcess();
  const tap = await startTap(providerProcess.url);
  const { pool, close } = openDatabase({ config: { DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 }, logger });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const settings = { PAYMENT_PROVIDER_API_KEY: providerKey, PROVIDER_TIMEOUT_MS: providerTimeoutMs };
  const provider = createProviderClient({ PAYMENT_PROVIDER_URL: tap.url, ...settings });
  const closeAll = async () => {
    await provider.close();
    await prisma.$disconnect();
    await close();
    await tap.close();
    await providerProcess.stop();
    await database.drop();
  };
  return { pool, prisma, tap, provider, providerProcess, closeAll };
};

type Worker = ReturnType<typeof startAttemptWorker>;
type WorkerWishes = { leaseSeconds?: number; onSettled?: () => void };

/**
 * The payment subgraph's inside on a real database, and the real provider behind a tap. Events are handed in as the
 * consumer would; workers are started by the test, so that it decides when and how many.
 */
export const createPaymentWorld = async ({ providerTimeoutMs = 600 } = {}) => {
  const { closeAll, provider, ...parts } = await openParts(providerTimeoutMs);
  const repositories = createRepositories(parts.prisma, pgStatements(parts.pool));
  const workers: Worker[] = [];
  const onCommitted = () => {
    for (const worker of workers) worker.wake();
  };
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(parts.pool), onCommitted });
  const reactions = createReactions({
    requestPayment: requestPayment(repositories),
    requestCapture: requestCapture(repositories),
    endOrder: endOrder(repositories),
    erasePerson: erasePerson({ traces: personalTraces }),
  });
  const make = makeAttempt(createSandboxProvider(provider.ask));
  const dependencies = { makeAttempt: make, recordResult: recordResult(repositories), unitOfWork, logger };
  const settle = settleAttempt({ ...dependencies, attempts: repositories.attempts });
  const startWorker = ({ leaseSeconds = 15, onSettled }: WorkerWishes = {}) => {
    const settleAndTell = async (attempt: ClaimedAttempt) => {
      const dueInMs = await settle(attempt);
      onSettled?.();
      return dueInMs;
    };
    workers.push(startAttemptWorker({ attempts: repositories.attempts, settle: settleAndTell, leaseSeconds, logger }));
  };
  const stopWorkers = () => Promise.all(workers.splice(0).map((worker) => worker.stop()));
  const deliver = (event: DomainEvent<ReactedBy<'payment'>>) => takeIn(unitOfWork, reactions[event.name], event);
  const stop = async () => {
    await stopWorkers();
    await closeAll();
  };
  return { ...parts, repositories, unitOfWork, startWorker, stopWorkers, deliver, stop };
};

export type PaymentWorld = Awaited<ReturnType<typeof createPaymentWorld>>;

/** What is known of an order's payment: here, at the provider, and what was told. */
export const looking = ({ prisma, providerProcess }: PaymentWorld) => {
  const payment = (orderId: Id<'order'>) => prisma.payment.findFirst({ where: { orderId: uuidOfId(orderId) } });
  const paymentId = async (orderId: Id<'order'>) => {
    const row = await payment(orderId);
    return row ? idFromUuid('payment', row.id) : null;
  };
  return {
    payment,
    charges: async (orderId: Id<'order'>) =>
      (await providerProcess.ledger()).filter(({ reference }) => reference === orderId),
    told: async (orderId: Id<'order'>) => {
      const aggregateId = (await paymentId(orderId)) ?? '';
      const rows = await prisma.outboxEvent.findMany({ where: { aggregateId }, orderBy: { position: 'asc' } });
      return rows.map(({ name }) => name);
    },
    transactions: async (orderId: Id<'order'>) =>
      prisma.paymentTransaction.findMany({
        where: { payment: { orderId: uuidOfId(orderId) } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { entries: true },
      }),
    untilStatus: (orderId: Id<'order'>, status: string) =>
      until(
        async () =>
          (await payment(orderId))?.status === status ? status : `it is ${(await payment(orderId))?.status}`,
        status,
      ),
  };
};

/** Waits until the question is answered as wanted; fails with the last answer after a while. */
export const until = async <Answer>(ask: () => Promise<Answer>, wanted: Answer, waitMs = 10_000): Promise<Answer> => {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const answer = await ask();
    if (answer === wanted) return answer;
    if (Date.now() > deadline) throw new Error(`waited for ${String(wanted)}, but ${String(answer)}`);
    await delay(25);
  }
};

/** A gate on the tap: what arrives waits until it is opened. */
export const createGate = () => {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return { arrive: arrived.resolve, hasArrived: arrived.promise, open: opened.resolve, isOpen: opened.promise };
};
