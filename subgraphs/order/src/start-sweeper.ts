import type { UnitOfWork } from '@cartograph/outbox';
import { systemCause } from '@cartograph/outbox';
import type { Running } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import type { rejectOverdueOrders } from './use-cases/reject-overdue-orders.ts';

/** Orders in one transaction: few enough that it never comes near its time-out. */
const batchSize = 20;

export type Sweeper = {
  readonly unitOfWork: UnitOfWork;
  readonly rejectOverdueOrders: ReturnType<typeof rejectOverdueOrders>;
  readonly intervalMs: number;
  readonly logger: Logger;
};

/** Ends orders that stayed PENDING for too long, every `intervalMs`; `stop` finishes the batch in hand. */
export const startSweeper = ({ unitOfWork, rejectOverdueOrders, intervalMs, logger }: Sweeper): Running => {
  let isStopping = false;
  let wake: () => void = () => undefined;

  const sweepOnce = async (): Promise<number> => {
    const cause = systemCause(crypto.randomUUID());
    const rejected = await unitOfWork(cause, (tx) => rejectOverdueOrders(tx, { limit: batchSize }));
    if (rejected > 0) logger.warn({ rejected }, 'orders stayed pending for too long and were rejected');
    return rejected;
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopping) {
      const rejected = await sweepOnce().catch((error: unknown) => {
        logger.warn({ err: error }, 'pending orders could not be swept, it is tried again');
        return 0;
      });
      if (rejected < batchSize && !isStopping) await sleep();
    }
  };
  const running = run();

  return {
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
};
