import { type Id, uuidOfId } from '@cartograph/ids';
import type { ProductFacts, VariantStore } from '../use-cases/ports.ts';

// Locks the product's row: facts of one product that arrive side by side are taken in one after the other.
const raiseVersion = `
  INSERT INTO product_projection (product_id, version) VALUES ($1::uuid, $2)
  ON CONFLICT (product_id) DO UPDATE SET version = excluded.version
  WHERE product_projection.version < excluded.version`;

const takeOffSale = 'UPDATE variant_projection SET is_active = false WHERE product_id = $1::uuid';

const putVariants = `
  INSERT INTO variant_projection (variant_id, product_id, title, variant_title, sku, tax_class, is_active, prices)
  SELECT v.variant_id, $1::uuid, $2, v.variant_title, v.sku, v.tax_class, v.is_active, v.prices
  FROM jsonb_to_recordset($3::jsonb) AS v(
    variant_id uuid, variant_title text, sku text, tax_class text, is_active boolean, prices jsonb)
  ON CONFLICT (variant_id) DO UPDATE SET product_id = excluded.product_id, title = excluded.title,
    variant_title = excluded.variant_title, sku = excluded.sku, tax_class = excluded.tax_class,
    is_active = excluded.is_active, prices = excluded.prices`;

/** The projection of product's variants in PostgreSQL. */
export const createVariantStore = (): VariantStore => ({
  replace: async ({ db }, product, version) => {
    const productId = uuidOfId(product.productId as Id<'product'>);
    if ((await db.$executeRawUnsafe(raiseVersion, productId, version)) === 0) return false;
    await db.$executeRawUnsafe(takeOffSale, productId);
    await db.$executeRawUnsafe(putVariants, productId, product.title, JSON.stringify(rowsOf(product)));
    return true;
  },
});

const rowsOf = (product: ProductFacts) =>
  product.variants.map((variant) => ({
    variant_id: uuidOfId(variant.variantId as Id<'variant'>),
    variant_title: variant.title,
    sku: variant.sku,
    tax_class: variant.taxClass,
    is_active: product.status === 'ACTIVE' && variant.active,
    prices: Object.fromEntries(variant.prices.map(({ currencyCode, amountMinor }) => [currencyCode, amountMinor])),
  }));
