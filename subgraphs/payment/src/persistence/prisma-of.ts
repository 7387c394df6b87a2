import type { Transaction } from '@cartograph/outbox';
import type { Prisma } from './generated/client.ts';

/** The open transaction as this subgraph's own Prisma client. */
export const prismaOf = (tx: Transaction): Prisma.TransactionClient => tx.db as unknown as Prisma.TransactionClient;
