import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { lockUnsent, markFailed, markSent } from './outbox-rows.ts';
import { publish } from './publish.ts';

export type RelayOptions = {
  pool: Pool;
  eventBridge: EventBridgeClient;
  busName: string;
  logger: Logger;
  /** How often to look without being woken: the net for what a crash left behind. */
  pollIntervalMs?: number;
};

/** The way out: `wake` after a commit, `stop` finishes the batch in hand. */
export type Relay = { wake: () => void; stop: () => Promise<void> };

/** Aggregates taken in one turn. */
const aggregatesPerTurn = 50;

/**
 * Starts the relay from the outbox to the bus. Several may run at once: each locks the aggregates it sends, so in the
 * normal case nothing is sent twice, and after a crash what was sent but not marked is sent again (consumers have an inbox).
 */
export const startRelay = ({ pool, eventBridge, busName, logger, pollIntervalMs = 1_000 }: RelayOptions): Relay => {
  let isStopping = false;
  let isWoken = false;
  let endSleep: () => void = () => undefined;

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollIntervalMs);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!isStopping) {
      isWoken = false;
      const moved = await relayOnce({ pool, eventBridge, busName, logger }).catch((error: unknown) => {
        logger.warn({ err: error }, 'the relay could not run, it tries again');
        return 0;
      });
      if (moved === 0 && !isWoken && !isStopping) await sleep();
    }
  };
  const running = run();

  return {
    wake: () => {
      isWoken = true;
      endSleep();
    },
    stop: async () => {
      isStopping = true;
      endSleep();
      await running;
    },
  };
};

/** One turn: lock, publish, mark. Returns how many events were accepted by the bus. */
const relayOnce = async ({ pool, eventBridge, busName, logger }: Omit<RelayOptions, 'pollIntervalMs'>): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const rows = await lockUnsent(client, aggregatesPerTurn);
    const { sent, failed } = rows.length === 0 ? { sent: [], failed: [] } : await publish(eventBridge, busName, rows);
    await markSent(client, sent);
    await markFailed(client, failed);
    await client.query('COMMIT');
    client.release();
    if (failed.length > 0) logger.warn({ failed: failed.length, reason: failed[0]?.reason }, 'events were not accepted, they are sent again later');
    return sent.length;
  } catch (error) {
    // The connection's state is unknown: it is closed, which also ends its transaction and frees the locks.
    client.release(true);
    throw error;
  }
};
