import { badUserInput } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import { assertNever } from '../domain/assert-never.ts';
import { type PageRequest, type ProductList, type ProductPage, pageOf } from '../domain/product-page.ts';
import { searchExpression } from '../domain/search-words.ts';
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

/** One page of a list. */
export const pageOfList = async (list: ProductList, request: PageRequest, context: Context): Promise<ProductPage> => {
  switch (list.kind) {
    case 'filter':
      return context.reads.pageProducts(list.filter, request);
    case 'category': {
      const page = await context.loaders.categoryPage.load({ categoryId: list.categoryId, request });
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
