import { observe } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { readOutboxStatus } from './outbox-status.ts';

/** Has the gauges of the outbox read whenever metrics are collected. Call what it returns before the pool is closed. */
export const observeOutbox = (pool: Pool): (() => void) =>
  observe(['cartograph.outbox.depth', 'cartograph.outbox.oldest_age', 'cartograph.outbox.parked'], async () => {
    const { unsent, oldestUnsentSeconds, parked } = await readOutboxStatus(pool);
    return {
      'cartograph.outbox.depth': unsent,
      'cartograph.outbox.oldest_age': oldestUnsentSeconds ?? 0,
      'cartograph.outbox.parked': parked,
    };
  });
