import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { BegunPayment, FailureReason, Payment, PaymentStatus } from '../domain/payment.ts';
import type { Payment as PaymentRow } from './generated/client.ts';

/** A payment as the domain knows it. The CHECK constraints stand for the statuses. */
export const paymentOf = (row: PaymentRow): Payment => ({
  id: idFromUuid('payment', row.id),
  orderId: idFromUuid('order', row.orderId),
  buyerId: row.buyerId === null ? null : idFromUuid('user', row.buyerId),
  status: row.status as PaymentStatus,
  ...money(row.amountMinor, row.currency),
  authorizedMinor: row.authorizedMinor,
  capturedMinor: row.capturedMinor,
  refundedMinor: row.refundedMinor,
  failureReason: row.failureReason as FailureReason | null,
  paymentMethodToken: row.paymentMethodToken,
  providerPaymentId: row.providerPaymentId,
  version: row.version,
  createdAt: row.createdAt,
});

/** The columns that never change. */
export const fixedColumns = (payment: BegunPayment) => ({
  id: uuidOfId(payment.id),
  orderId: uuidOfId(payment.orderId),
  buyerId: payment.buyerId === null ? null : uuidOfId(payment.buyerId),
  currency: payment.currency,
  amountMinor: payment.amountMinor,
  paymentMethodToken: payment.paymentMethodToken,
});

/** The columns that follow what the provider answers. */
export const movingColumns = (payment: BegunPayment) => ({
  status: payment.status,
  authorizedMinor: payment.authorizedMinor,
  capturedMinor: payment.capturedMinor,
  refundedMinor: payment.refundedMinor,
  failureReason: payment.failureReason,
  providerPaymentId: payment.providerPaymentId,
  version: payment.version,
});
