import { auditTypeRules, readsAudit } from '@cartograph/audit';
import { isGatherer } from '@cartograph/personal-data';
import { allowAll, scopeRule } from '@cartograph/subgraph-server';
import { allow, deny, type IRules, rule } from 'graphql-shield';
import type { Context } from '../context.ts';
import type { Payment } from '../domain/payment.ts';
import { canSeePayment } from './can-see-payment.ts';

/** The second wall behind the resolvers: whatever way a payment is reached, it shows nothing to a stranger. */
const ownsPayment = rule({ cache: 'no_cache' })((payment: Payment, _args: unknown, { viewer }: Context) =>
  canSeePayment(viewer, payment),
);

const gathers = rule('gathers', { cache: 'contextual' })((_, __, { viewer }: Context) => isGatherer(viewer));

const answers = [
  'RefundPaymentPayload',
  'IdempotencyKeyReusedError',
  'InvalidInputError',
  'PaymentNotFoundError',
  'PaymentNotRefundableError',
  'RefundExceedsCapturedError',
  'RefundInProgressError',
];

export const permissions: IRules = {
  Query: { payment: allow, paymentPersonalRecords: gathers, paymentAuditEntries: readsAudit },
  Mutation: { '*': deny, refundPayment: scopeRule('payment:refund') },
  PersonalRecordPage: gathers,
  ...auditTypeRules,
  Payment: ownsPayment,
  // An order is a stub here; a transaction is only reached through its payment.
  ...allowAll(['Order', 'PaymentTransaction', 'Money', 'PageInfo', ...answers]),
};
