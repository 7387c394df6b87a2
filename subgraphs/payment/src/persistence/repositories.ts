import type { SqlExecutor } from '@cartograph/outbox';
import type { Attempts, Orders, PaymentReads, Payments, Transactions } from '../use-cases/ports.ts';
import { createAttempts } from './attempts.ts';
import type { PrismaClient } from './generated/client.ts';
import { createOrders } from './orders.ts';
import { createPaymentReads } from './payment-reads.ts';
import { createPayments } from './payments.ts';
import { createTransactions } from './transactions.ts';

export type Repositories = {
  readonly orders: Orders;
  readonly payments: Payments;
  readonly attempts: Attempts;
  readonly transactions: Transactions;
  readonly reads: PaymentReads;
};

/** Everything this subgraph keeps, over one Prisma client, and `db` where it is asked often. */
export const createRepositories = (prisma: PrismaClient, db: SqlExecutor): Repositories => ({
  orders: createOrders(),
  payments: createPayments(prisma),
  attempts: createAttempts(db),
  transactions: createTransactions(),
  reads: createPaymentReads(prisma),
});
