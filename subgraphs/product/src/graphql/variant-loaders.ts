import DataLoader from 'dataloader';
import type { Price } from '../domain/price.ts';
import type { ProductId } from '../domain/product.ts';
import type { ProductVariant, VariantDetails, VariantId } from '../domain/product-variant.ts';
import { noStock, type StockLevel } from '../domain/stock-level.ts';
import type { CatalogReads, VariantWithDetails } from '../use-cases/catalog-reads.ts';
import { atHand } from './at-hand.ts';
import { manyBy, oneBy } from './row-loaders.ts';

/** Variants, and what belongs to each. One that is read by itself comes with its details. */
export const createVariantLoaders = (reads: CatalogReads) => {
  const variantDetails = atHand(
    oneBy<VariantId, VariantDetails>(
      async (ids) => (await reads.variantsById(ids)).map(({ details }) => details),
      ({ variantId }) => variantId,
    ),
  );
  const withDetails = ({ variant, details }: VariantWithDetails): ProductVariant => {
    variantDetails.remember(variant.id, details);
    return variant;
  };
  return {
    variantDetails,
    variantById: oneBy<VariantId, ProductVariant>(
      async (ids) => (await reads.variantsById(ids)).map(withDetails),
      ({ id }) => id,
    ),
    variantsOf: atHand(
      manyBy<ProductId, ProductVariant>(async (ids) => {
        const found = await reads.variantsOf(ids);
        return new Map([...found].map(([id, variants]) => [id, variants.map(withDetails)]));
      }),
    ),
    pricesOf: atHand(manyBy<VariantId, Price>(reads.pricesOf)),
    stockOf: atHand(
      new DataLoader<VariantId, StockLevel>(async (ids) => {
        const levels = new Map((await reads.stockOf(ids)).map((level) => [level.variantId, level]));
        return ids.map((id) => levels.get(id) ?? noStock(id));
      }),
    ),
  };
};
