import type { Reactions } from '@cartograph/outbox';
import type { advanceOrder } from '../use-cases/advance-order.ts';
import type { erasePerson } from '../use-cases/erase-person.ts';
import type { projectProduct } from '../use-cases/project-product.ts';
import { onPaymentEvents } from './on-payment-events.ts';
import { onProductFacts } from './on-product-facts.ts';
import { onStockEvents } from './on-stock-events.ts';
import { onUserErasureRequested } from './on-user-erasure-requested.ts';

/** What order does about the events of others: one entry for each that the catalogue says it reacts to. */
export const reactionsOf = (useCases: {
  advanceOrder: ReturnType<typeof advanceOrder>;
  projectProduct: ReturnType<typeof projectProduct>;
  erasePerson: ReturnType<typeof erasePerson>;
}): Reactions<'order'> => {
  const projects = onProductFacts(useCases.projectProduct);
  return {
    ProductPublished: projects,
    ProductUpdated: projects,
    ProductArchived: projects,
    ...onStockEvents(useCases.advanceOrder),
    ...onPaymentEvents(useCases.advanceOrder),
    UserErasureRequested: onUserErasureRequested(useCases.erasePerson),
  };
};
