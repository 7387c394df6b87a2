import type { Transaction } from '@cartograph/outbox';
import type { Prisma } from './generated/client.ts';

/** The client of an open transaction. */
export const within = (tx: Transaction): Prisma.TransactionClient => tx.db as Prisma.TransactionClient;
