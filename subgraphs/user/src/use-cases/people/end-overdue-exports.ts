import type { Transaction } from '@cartograph/outbox';
import type { DataRequestStore } from './data-request-ports.ts';

/** Gives up exports that are past their deadline and takes away copies that nobody fetched in time; returns how many. */
export const endOverdueExports =
  ({ requests }: { requests: DataRequestStore }) =>
  async (tx: Transaction, { limit }: { limit: number }): Promise<number> => {
    const overdue = await requests.lockOverdue(tx, limit);
    for (const { id, status } of overdue) {
      await requests.finish(tx, id, { status: status === 'READY' ? 'EXPIRED' : 'FAILED' });
    }
    return overdue.length;
  };
