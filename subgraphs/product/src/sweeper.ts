import { systemCause, type UnitOfWork } from '@cartograph/outbox';
import type { Logger } from '@cartograph/telemetry';
import { type expireReservations, overdueAtOnce } from './use-cases/expire-reservations.ts';

type SweeperOptions = {
  expire: ReturnType<typeof expireReservations>;
  unitOfWork: UnitOfWork;
  intervalMs: number;
  logger: Logger;
};

/** Ends holds past their deadline, one batch after the other, then sleeps. `stop` finishes the batch in hand. */
export const startSweeper = ({
  expire,
  unitOfWork,
  intervalMs,
  logger,
}: SweeperOptions): { stop: () => Promise<void> } => {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();

  const sweep = async () => {
    let ended = overdueAtOnce;
    while (ended === overdueAtOnce && !isStopping) ended = await unitOfWork(systemCause(crypto.randomUUID()), expire);
  };
  const sweepAndSleep = async () => {
    await sweep().catch((error: unknown) => logger.warn({ err: error }, 'holds could not be swept, it is tried again'));
    if (!isStopping) timer = setTimeout(start, intervalMs);
  };
  const start = () => {
    sweeping = sweepAndSleep();
  };
  start();

  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await sweeping;
    },
  };
};
