import { hasScope, type Viewer } from '@cartograph/viewer';
import type { Payment } from '../domain/payment.ts';

/** A payment is seen by its buyer, by the guest whose token opens its order, and by staff. */
export const canSeePayment = (viewer: Viewer, { buyerId, orderId }: Pick<Payment, 'buyerId' | 'orderId'>): boolean =>
  (buyerId !== null && viewer.userId === buyerId) ||
  viewer.grants.includes(orderId) ||
  hasScope(viewer, 'payment:read:any');
