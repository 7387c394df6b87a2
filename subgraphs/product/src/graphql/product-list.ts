import { badUserInput } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import { assertNever } from '../domain/assert-never.ts';
import { type PageRequest, type ProductList, type ProductPage, pageOf } from '../domain/product-page.ts';
import { searchExpression } from '../domain/search-words.ts';
import type { Parts } from '../use-cases/catalog-reads.ts';
import { isCategorySlug } from './slugs.ts';

const longestQuery = 200;

type ListArguments = { readonly query?: string | null | undefined; readonly category?: string | null | undefined };

/** The list the arguments mean. What no product can match is the empty list, and no statement is spent on it. */
export const listOf = ({ query, category }: ListArguments): ProductList => {
  const wanted = query?.trim() ?? '';
  if (wanted.length > longestQuery) throw badUserInput(`query has at most ${longestQuery} characters.`);
  const categorySlug = category ?? null;
  const search = wanted === '' ? null : searchExpression(wanted);
  const isHopeless = (wanted !== '' && search === null) || (categorySlug !== null && !isCategorySlug(categorySlug));
  return isHopeless ? { kind: 'empty' } : { kind: 'filter', filter: { search, categorySlug } };
};

/** Which page, and what of its products is read with it. */
export type WantedPage = { readonly request: PageRequest; readonly parts: Parts };

/** One page of a list. */
export const pageOfList = async (
  list: ProductList,
  { request, parts }: WantedPage,
  { reads, loaders }: Context,
): Promise<ProductPage> => {
  switch (list.kind) {
    case 'filter': {
      const { page, read } = await reads.pageProducts(list.filter, request, parts);
      loaders.remember(read);
      return page;
    }
    case 'category': {
      const page = await loaders.categoryPage.load({ categoryId: list.categoryId, request, parts });
      return page ?? pageOf([], request, list);
    }
    case 'empty':
      return pageOf([], request, list);
    default:
      return assertNever(list);
  }
};

/** How long a list is. */
export const countOf = async (list: ProductList, { reads, loaders }: Context): Promise<number> => {
  switch (list.kind) {
    case 'filter':
      return reads.countProducts(list.filter);
    case 'category':
      return loaders.categoryCount.load(list.categoryId);
    case 'empty':
      return 0;
    default:
      return assertNever(list);
  }
};
