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

/** Everything this subgraph keeps, over one Prisma client. */
export const createRepositories = (prisma: PrismaClient): Repositories => ({
  orders: createOrders(),
  payments: createPayments(prisma),
  attempts: createAttempts(prisma),
  transactions: createTransactions(),
  reads: createPaymentReads(prisma),
});
