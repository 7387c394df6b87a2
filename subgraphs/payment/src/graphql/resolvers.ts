import { answerAuditEntries } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { money, toDecimal } from '@cartograph/money';
import { gatherRecords } from '@cartograph/personal-data';
import { listEnd, scalarResolvers } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import type { Payment } from '../domain/payment.ts';
import { canSeePayment } from './can-see-payment.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { typeNameOf } from './refund-errors.ts';
import { refundPayment } from './refund-mutation.ts';

/** Not visible is the same as not there: nobody learns from us which payments exist. */
const visible = (payment: Payment | null, { viewer }: Context): Payment | null =>
  payment && canSeePayment(viewer, payment) ? payment : null;

const paymentById = async (text: string, context: Context): Promise<Payment | null> => {
  const id = parseId('payment', text);
  return id && visible(await context.loaders.paymentById.load(id), context);
};

export const resolvers: Resolvers = {
  BigInt: scalarResolvers.BigInt,
  Currency: scalarResolvers.Currency,
  DateTime: scalarResolvers.DateTime,
  Decimal: scalarResolvers.Decimal,
  Query: {
    payment: (_, { id }, context) => paymentById(id, context),
    paymentAuditEntries: (_, page, { auditEntries }) => answerAuditEntries(auditEntries, page),
    paymentPersonalRecords: (_, args, { viewer, personalRecords }) => gatherRecords(viewer, personalRecords, args),
  },
  Mutation: { refundPayment },
  UserError: { __resolveType: typeNameOf },
  Order: {
    payment: async ({ id }, _, context) => {
      const orderId = parseId('order', id);
      return orderId && visible(await context.loaders.paymentByOrderId.load(orderId), context);
    },
  },
  Payment: {
    __resolveReference: ({ id }, context) => paymentById(id, context),
    amount: ({ amountMinor, currency }) => money(amountMinor, currency),
    authorizedAmount: ({ authorizedMinor, currency }) => money(authorizedMinor, currency),
    capturedAmount: ({ capturedMinor, currency }) => money(capturedMinor, currency),
    refundedAmount: ({ refundedMinor, currency }) => money(refundedMinor, currency),
    transactions: async ({ id }, { last }, { loaders }) => [
      ...listEnd(await loaders.transactionsByPaymentId.load(id), last),
    ],
  },
  PaymentTransaction: {
    amount: ({ amountMinor, currency }) => money(amountMinor, currency),
  },
  Money: {
    amount: (amount) => toDecimal(amount),
  },
};
