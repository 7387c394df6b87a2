import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { CategoryId } from '../domain/category.ts';
import type { Media, MediaId } from '../domain/media.ts';
import type { Product, ProductDetails, ProductId, ProductOption } from '../domain/product.ts';
import type { PageRequest, ProductPage } from '../domain/product-page.ts';
import type { ProductPart, ProductWithParts, VariantWithParts } from '../domain/product-parts.ts';
import type { CatalogReads, Parts } from '../use-cases/catalog-reads.ts';
import { askedParts } from './asked-parts.ts';
import { atHand } from './at-hand.ts';
import { manyBy, oneBy } from './row-loaders.ts';
import { createVariantLoaders } from './variant-loaders.ts';

export type CategoryPageKey = {
  readonly categoryId: CategoryId;
  readonly request: PageRequest;
  readonly parts: Parts;
};

type Remember = (read: readonly ProductWithParts[]) => void;

/** What belongs to products, each kind of row by one statement: for whoever comes to a product by another way. */
const createPartLoaders = (reads: CatalogReads) => ({
  ...createVariantLoaders(reads),
  productDetails: atHand(oneBy<ProductId, ProductDetails>(reads.detailsOf, ({ productId }) => productId)),
  optionsOf: atHand(manyBy<ProductId, ProductOption>(reads.optionsOf)),
  mediaOf: atHand(manyBy<ProductId, Media>(reads.mediaOf)),
  mediaById: atHand(oneBy<MediaId, Media>(reads.mediaById, ({ id }) => id)),
});

/** Categories that are asked for the same page are read by one statement. */
const pagesBy = (reads: CatalogReads, remember: Remember) => {
  const textOf = ({ request, parts }: CategoryPageKey) => JSON.stringify([request, [...parts].sort()]);
  return new DataLoader<CategoryPageKey, ProductPage | null, string>(
    async (keys) => {
      const pages = new Map<string, ProductPage>();
      const readGroup = async ([text, group]: [string, CategoryPageKey[]]) => {
        const [first] = group;
        if (!first) return;
        const ids = group.map(({ categoryId }) => categoryId);
        for (const [id, { page, read }] of await reads.pagesOf(ids, first.request, first.parts)) {
          remember(read);
          pages.set(id + text, page);
        }
      };
      await Promise.all([...Map.groupBy(keys, textOf)].map(readGroup));
      return keys.map((key) => pages.get(key.categoryId + textOf(key)) ?? null);
    },
    { cacheKeyFn: (key) => key.categoryId + textOf(key) },
  );
};

type PartLoaders = ReturnType<typeof createPartLoaders>;

const rememberVariant = (loaders: PartLoaders, { variant, details, prices, stock }: VariantWithParts): void => {
  if (details) loaders.variantDetails.remember(variant.id, details);
  if (prices) loaders.pricesOf.remember(variant.id, prices);
  if (stock) loaders.stockOf.remember(variant.id, stock);
};

/** Hands what one statement brought to the loaders that would each have spent one on it. */
const rememberParts = (
  loaders: PartLoaders,
  { product, details, options, media, variants }: ProductWithParts,
): void => {
  if (details) loaders.productDetails.remember(product.id, details);
  if (options) loaders.optionsOf.remember(product.id, options);
  if (media) loaders.mediaOf.remember(product.id, media);
  for (const picture of media ?? []) loaders.mediaById.remember(picture.id, picture);
  const ofProduct = variants?.map(({ variant }) => variant);
  if (ofProduct) loaders.variantsOf.remember(product.id, ofProduct);
  for (const variant of variants ?? []) rememberVariant(loaders, variant);
};

/** The loaders of products: a product comes with all parts that the request asks for, in one statement. */
export const createProductLoaders = (reads: CatalogReads) => {
  const partLoaders = createPartLoaders(reads);
  // Grows while the request is resolved: each statement gets what was asked when it was sent, and its rows are read by that.
  const asked = new Set<ProductPart>();
  const noted = new WeakSet<object>();
  const readWith = async (read: Promise<readonly ProductWithParts[]>): Promise<readonly Product[]> => {
    const found = await read;
    for (const one of found) rememberParts(partLoaders, one);
    return found.map(({ product }) => product);
  };
  const productById = atHand(
    oneBy<ProductId, Product>(
      (ids) => readWith(reads.productsById(ids, new Set(asked))),
      ({ id }) => id,
    ),
  );
  const remember: Remember = (read) => {
    for (const one of read) {
      rememberParts(partLoaders, one);
      productById.remember(one.product.id, one.product);
    }
  };
  return {
    ...partLoaders,
    productById,
    productBySlug: oneBy<string, Product>(
      (slugs) => readWith(reads.productsBySlug(slugs, new Set(asked))),
      ({ slug }) => slug,
    ),
    categoryPage: pagesBy(reads, remember),
    /** Products that were read with a list need no statement any more. */
    remember,
    /** From now on products are read with the parts that are selected below this field. */
    askFor: (info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): void => {
      if (noted.has(info.fieldNodes)) return;
      noted.add(info.fieldNodes);
      for (const part of askedParts(info, [[]])) asked.add(part);
    },
  };
};
