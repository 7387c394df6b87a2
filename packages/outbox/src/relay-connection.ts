import type { Logger } from '@cartograph/telemetry';
import pg from 'pg';

export type RelayConnection = {
  /** The open connection, opened now if there is none. */
  readonly open: () => Promise<pg.Client>;
  /** Closes it, which also ends its transaction and frees its locks; the next `open` makes a new one. */
  readonly close: () => Promise<void>;
};

/**
 * A connection of the relay's own, to where the pool goes. In the pool it would be one connection less for requests for
 * as long as the bus takes to answer, and would stand in line behind them when they are many.
 */
export const createRelayConnection = (pool: pg.Pool, logger: Logger): RelayConnection => {
  let client: pg.Client | undefined;
  const close = async () => {
    const closing = client;
    client = undefined;
    await closing?.end().catch(() => undefined);
  };
  return {
    open: async () => {
      if (client) return client;
      const opened = new pg.Client({ ...pool.options, pipeline: true });
      opened.on('error', (error) => {
        logger.warn({ err: error }, 'the connection of the relay was lost');
        if (client === opened) client = undefined;
      });
      await opened.connect();
      client = opened;
      // A mark that a crash of PostgreSQL forgets means an event sent twice, which every inbox takes; waiting for the
      // disk after each turn costs more. And a process that hangs must not keep its aggregates from the other relays.
      // Its statements are planned once, when the outbox may be empty: by the index also when it has grown since.
      await opened.query(
        "SET synchronous_commit = off; SET idle_in_transaction_session_timeout = '30s'; SET enable_seqscan = off",
      );
      return opened;
    },
    close,
  };
};
