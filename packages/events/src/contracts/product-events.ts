import { z } from 'zod';
import { defineEvent, planEvent } from '../define-event.ts';
import {
  exampleIds,
  instant,
  orderId,
  price,
  productId,
  reviewId,
  shortage,
  stockLine,
  userId,
  variantId,
} from './fields.ts';

const line = { variantId: exampleIds.variant, quantity: 2 };
const aShortage = { variantId: exampleIds.variant, requested: 2, available: 1 };

export const stockReserved = defineEvent({
  name: 'StockReserved',
  version: 1,
  emitter: 'product',
  reactors: ['order'],
  description: 'All lines of the order are held.',
  data: z.object({ orderId, lines: z.array(stockLine).min(1).describe('What is held.'), expiresAt: instant }),
  example: { orderId: exampleIds.order, lines: [line], expiresAt: '2026-01-01T12:15:00.000Z' },
});

export const stockRejected = defineEvent({
  name: 'StockRejected',
  version: 1,
  emitter: 'product',
  reactors: ['order'],
  description: 'At least one line could not be held, so none is.',
  data: z.object({ orderId, shortages: z.array(shortage).describe('The lines that were short.') }),
  example: { orderId: exampleIds.order, shortages: [aShortage] },
});

export const stockCommitted = defineEvent({
  name: 'StockCommitted',
  version: 1,
  emitter: 'product',
  reactors: ['order'],
  description: 'The held pieces have left the stock for good.',
  data: z.object({ orderId }),
  example: { orderId: exampleIds.order },
});

export const stockCommitFailed = defineEvent({
  name: 'StockCommitFailed',
  version: 1,
  emitter: 'product',
  reactors: ['order'],
  description: 'The hold had expired and a new one could not be taken.',
  data: z.object({ orderId, shortages: z.array(shortage).describe('The lines that were short.') }),
  example: { orderId: exampleIds.order, shortages: [aShortage] },
});

export const reservationExpired = defineEvent({
  name: 'ReservationExpired',
  version: 1,
  emitter: 'product',
  reactors: [],
  description: 'A hold passed its deadline and its pieces are for sale again.',
  data: z.object({ orderId }),
  example: { orderId: exampleIds.order },
});

/** What the outside may know of a product: absolute facts, so that the newest aggregate version alone is the truth. */
const productFacts = z.object({
  productId,
  slug: z.string().min(1).describe('The name in URLs.'),
  title: z.string().min(1).describe('The title.'),
  status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']).describe('Only an ACTIVE product is for sale.'),
  variants: z
    .array(
      z.object({
        variantId,
        sku: z.string().nullable().describe('Stock keeping unit.'),
        title: z.string().describe('The option values, e.g. "Red / L"; empty for a product without options.'),
        taxClass: z.string().describe('The class tax rates are chosen by.'),
        active: z.boolean().describe('False: no longer sold.'),
        prices: z.array(price).describe('One price a currency.'),
      }),
    )
    .describe('All variants; one that is missing is gone.'),
});

const factsExample: z.input<typeof productFacts> = {
  productId: exampleIds.product,
  slug: 'linen-shirt',
  title: 'Linen shirt',
  status: 'ACTIVE',
  variants: [
    {
      variantId: exampleIds.variant,
      sku: 'LINEN-S',
      title: 'S',
      taxClass: 'standard',
      active: true,
      prices: [{ currencyCode: 'EUR', amountMinor: '4900' }],
    },
  ],
};

const productFact = <const Name extends string>(name: Name, description: string) =>
  defineEvent({
    name,
    version: 1,
    emitter: 'product',
    reactors: ['order'],
    description,
    data: productFacts,
    example: factsExample,
  });

export const productPublished = productFact('ProductPublished', 'A product is for sale for the first time.');
export const productUpdated = productFact('ProductUpdated', 'A product, its variants or its prices changed.');
export const productArchived = productFact('ProductArchived', 'A product is no longer for sale.');

export const stockLevelChanged = defineEvent({
  name: 'StockLevelChanged',
  version: 1,
  emitter: 'product',
  reactors: [],
  description: 'How many pieces of a variant are there, after the change.',
  data: z.object({
    productId: productId
      .optional()
      .describe('The product that the variant is of; absent in what was sent before it was told.'),
    variantId,
    onHand: z.int().min(0).describe('Pieces in stock, held ones included.'),
    available: z.int().min(0).describe('Pieces for sale.'),
  }),
  example: { productId: exampleIds.product, variantId: exampleIds.variant, onHand: 10, available: 8 },
});

export const priceChanged = defineEvent({
  name: 'PriceChanged',
  version: 1,
  emitter: 'product',
  reactors: [],
  description:
    'The staff changed what a variant costs; ProductUpdated says so, too, as it does of prices that were imported.',
  data: z.object({ productId, variantId, prices: z.array(price).describe('All its prices, one a currency.') }),
  example: {
    productId: exampleIds.product,
    variantId: exampleIds.variant,
    prices: [{ currencyCode: 'EUR', amountMinor: '4900' }],
  },
});

export const stockLow = planEvent({
  name: 'StockLow',
  emitter: 'product',
  description: 'Few pieces of a variant are left.',
  data: z.object({
    variantId,
    available: z.int().min(0).describe('Pieces for sale.'),
    threshold: z.int().min(0).describe('At or below this many it is called low.'),
  }),
  example: { variantId: exampleIds.variant, available: 3, threshold: 5 },
});

export const reviewPosted = planEvent({
  name: 'ReviewPosted',
  emitter: 'product',
  description: 'A buyer reviewed a product.',
  data: z.object({
    reviewId,
    productId,
    userId,
    rating: z.int().min(1).max(5).describe('Stars, 5 is best.'),
    postedAt: instant,
  }),
  example: {
    reviewId: exampleIds.review,
    productId: exampleIds.product,
    userId: exampleIds.user,
    rating: 5,
    postedAt: '2026-01-01T12:00:00.000Z',
  },
});
