import { answerAuditEntries } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { gatherRecords } from '@cartograph/personal-data';
import { badUserInput, listPart } from '@cartograph/subgraph-server';
import { askedParts, connectionPaths } from './asked-parts.ts';
import type { QueryResolvers } from './generated/resolver-types.ts';
import { pageRequest } from './page-request.ts';
import { listOf, pageOfList } from './product-list.ts';
import { isCategorySlug, isProductSlug } from './slugs.ts';
import { listedProduct } from './visibility.ts';

/** The ways into the catalogue. What cannot be an id or a slug is asked of nobody: there is no such thing. */
export const query: QueryResolvers = {
  product: async (_, args, { loaders, viewer }, info) => {
    loaders.askFor(info);
    const [id, slug] = [args.id ?? null, args.slug ?? null];
    if ((id === null) === (slug === null)) throw badUserInput('Give exactly one of id and slug.');
    if (slug !== null)
      return isProductSlug(slug) ? listedProduct(await loaders.productBySlug.load(slug), viewer) : null;
    const productId = parseId('product', id);
    return productId ? listedProduct(await loaders.productById.load(productId), viewer) : null;
  },
  products: (_, args, context, info) =>
    pageOfList(listOf(args), { request: pageRequest(args), parts: askedParts(info, connectionPaths) }, context),
  category: (_, { slug }, { loaders }) => (isCategorySlug(slug) ? loaders.categoryBySlug.load(slug) : null),
  categories: async (_, args, { reads }) => listPart(await reads.rootCategories(), args),
  productAuditEntries: (_, page, { auditEntries }) => answerAuditEntries(auditEntries, page),
  productPersonalRecords: (_, args, { viewer, personalRecords }) => gatherRecords(viewer, personalRecords, args),
};
