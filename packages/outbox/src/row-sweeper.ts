import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { createPause } from './pause.ts';
import { type KeepSeconds, sweepOldRows } from './sweep-old-rows.ts';

export type RowSweeperOptions = { pool: Pool; keep: KeepSeconds; intervalMs: number; logger: Logger };

/** Deletes old rows now and then, for as long as it runs. `stop` ends after the batch in hand. */
export const startRowSweeper = ({ pool, keep, intervalMs, logger }: RowSweeperOptions) => {
  const pause = createPause();
  let isStopping = false;
  const run = async () => {
    while (!isStopping) {
      // Chance keeps replicas that started together from sweeping together, and sweeps away from every start.
      await pause.for(intervalMs * (0.5 + Math.random()));
      if (isStopping) return;
      try {
        const swept = await sweepOldRows(pool, keep, () => !isStopping);
        if (Object.values(swept).some((rows) => rows > 0))
          logger.info(swept, 'old rows of the event path were deleted');
      } catch (error) {
        logger.warn({ err: error }, 'old rows of the event path could not be deleted, they are next time');
      }
    }
  };
  const running = run();
  return {
    stop: async (): Promise<void> => {
      isStopping = true;
      pause.end();
      await running;
    },
  };
};
