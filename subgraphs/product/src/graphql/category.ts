import { parseId } from '@cartograph/ids';
import { listPart } from '@cartograph/subgraph-server';
import { askedParts, connectionPaths } from './asked-parts.ts';
import type { CategoryResolvers } from './generated/resolver-types.ts';
import { pageRequest } from './page-request.ts';
import { pageOfList } from './product-list.ts';

export const category: CategoryResolvers = {
  __resolveReference: (reference, { loaders }) => {
    const id = parseId('category', reference.id);
    return id ? loaders.categoryById.load(id) : null;
  },
  parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.categoryById.load(parentId) : null),
  children: async ({ id }, args, { loaders }) => listPart(await loaders.childrenOf.load(id), args),
  products: ({ id }, args, context, info) => {
    const wanted = { request: pageRequest(args), parts: askedParts(info, connectionPaths) };
    return pageOfList({ kind: 'category', categoryId: id }, wanted, context);
  },
};
