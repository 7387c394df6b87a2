import { type Id, uuidOfId } from '@cartograph/ids';
import type { ProductFacts, VariantStore } from '../use-cases/ports.ts';
import { factsOf } from './cart-rows.ts';
import { clientOf } from './client-of.ts';

/** The projection of product's variants in PostgreSQL. */
export const createVariantStore = (): VariantStore => ({
  facts: async (tx, id) => {
    const row = await clientOf(tx).variantProjection.findUnique({ where: { variantId: uuidOfId(id) } });
    return row && factsOf(row);
  },

  replace: async (tx, product, version) => {
    const client = clientOf(tx);
    const productId = uuidOfId(product.productId as Id<'product'>);
    // Locks the product's row: facts of one product that arrive side by side are taken in one after the other.
    const isNewer = await client.$executeRaw`
      INSERT INTO product_projection (product_id, version) VALUES (${productId}::uuid, ${version})
      ON CONFLICT (product_id) DO UPDATE SET version = excluded.version
      WHERE product_projection.version < excluded.version`;
    if (isNewer === 0) return false;
    await client.$executeRaw`UPDATE variant_projection SET is_active = false WHERE product_id = ${productId}::uuid`;
    await client.$executeRaw`
      INSERT INTO variant_projection (variant_id, product_id, title, variant_title, sku, tax_class, is_active, prices)
      SELECT v.variant_id, ${productId}::uuid, ${product.title}, v.variant_title, v.sku, v.tax_class, v.is_active, v.prices
      FROM jsonb_to_recordset(${JSON.stringify(rowsOf(product))}::jsonb) AS v(
        variant_id uuid, variant_title text, sku text, tax_class text, is_active boolean, prices jsonb)
      ON CONFLICT (variant_id) DO UPDATE SET product_id = excluded.product_id, title = excluded.title,
        variant_title = excluded.variant_title, sku = excluded.sku, tax_class = excluded.tax_class,
        is_active = excluded.is_active, prices = excluded.prices`;
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
