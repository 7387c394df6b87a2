import type { Logger } from '@cartograph/telemetry';
import { createPause } from './pause.ts';

export type RowSweeperOptions = {
  /** What the rows are of, for the log. */
  readonly of: string;
  /** Deletes what is old and returns how many rows of each kind went; `mayGoOn` is asked before every batch. */
  readonly sweep: (mayGoOn: () => boolean) => Promise<Readonly<Record<string, number>>>;
  readonly intervalMs: number;
  readonly logger: Logger;
};

/** Deletes old rows now and then, for as long as it runs. `stop` ends after the batch in hand. */
export const startRowSweeper = ({ of, sweep, intervalMs, logger }: RowSweeperOptions) => {
  const pause = createPause();
  let isStopping = false;
  const run = async () => {
    while (!isStopping) {
      // Chance keeps replicas that started together from sweeping together, and sweeps away from every start.
      await pause.for(intervalMs * (0.5 + Math.random()));
      if (isStopping) return;
      try {
        const swept = await sweep(() => !isStopping);
        if (Object.values(swept).some((rows) => rows > 0)) logger.info(swept, `old rows of ${of} were deleted`);
      } catch (error) {
        logger.warn({ err: error }, `old rows of ${of} could not be deleted, they are next time`);
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
