import type { Transaction } from '@cartograph/outbox';
import type { Prisma } from './generated/client.ts';

/** The Prisma transaction client of this subgraph's database behind an open transaction. */
export const clientOf = (tx: Transaction): Prisma.TransactionClient => tx.db as unknown as Prisma.TransactionClient;
