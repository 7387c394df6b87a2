import type { DomainEvent } from '@cartograph/events';
import { done, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import type { projectProduct } from '../use-cases/project-product.ts';

type ProductFact = DomainEvent<'ProductPublished' | 'ProductUpdated' | 'ProductArchived'>;

/** Each of product's facts says everything about the product: the newest one replaces what we knew. */
export const onProductFacts =
  (project: ReturnType<typeof projectProduct>) =>
  async (tx: Transaction, { data, aggregateVersion }: ProductFact): Promise<Outcome> =>
    (await project(tx, { product: data, version: aggregateVersion })) ? done : ignored;
