import { appendEvent, type Transaction } from '@cartograph/outbox';
import { eventOf, factsOf, type ProductState } from '../domain/product-state.ts';
import type { ProductStatus } from '../domain/product-status.ts';

/** Tells what others may know of a product that was saved, if anything; `before` is null for a new one. */
export const tellProduct = async (tx: Transaction, next: ProductState, before: ProductStatus | null): Promise<void> => {
  const name = eventOf(before, next.status);
  if (!name) return;
  await appendEvent(tx, { name, aggregateId: next.id, aggregateVersion: next.version, data: factsOf(next) });
};
