import { observe } from '@cartograph/telemetry';
import type { PrismaClient } from './generated/client.ts';

/**
 * Has the age of the oldest PENDING order read whenever metrics are collected: one entry of a partial index, as orders
 * that were placed first are due first. Call what it returns before the client is closed.
 */
export const observePendingOrders = (prisma: PrismaClient): (() => void) =>
  observe(['cartograph.saga.oldest_pending_age'], async () => {
    const [oldest] = await prisma.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM clock_timestamp() - placed_at)::float8 AS seconds FROM orders
      WHERE status = 'PENDING' ORDER BY pending_until LIMIT 1`;
    return { 'cartograph.saga.oldest_pending_age': oldest?.seconds ?? 0 };
  });
