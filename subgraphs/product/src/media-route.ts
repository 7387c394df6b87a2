import { createHash } from 'node:crypto';
import type { SubgraphOptions, SubgraphRequest } from '@cartograph/subgraph-server';
import { productPicture } from './domain/product-picture.ts';
import { isProductSlug } from './graphql/slugs.ts';
import type { CatalogReads, Parts } from './use-cases/catalog-reads.ts';

type PublicRoutes = NonNullable<SubgraphOptions<SubgraphRequest>['routes']>;

/** A picture opened by itself is a document: it may draw, and nothing else. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=3600',
};

const details: Parts = new Set(['details']);

const pictureOf = async (reads: CatalogReads, slug: string, isDetail: boolean): Promise<string | null> => {
  const [found] = isProductSlug(slug) ? await reads.productsBySlug([slug], details) : [];
  const product = found?.product;
  if (!product || product.status === 'DRAFT') return null;
  const category =
    (await reads.categoriesOf([product.id])).get(product.id)?.at(0)?.slug ?? found.details?.productType ?? '';
  return productPicture({ slug, title: product.title, category, view: isDetail ? 'detail' : 'front' });
};

/** Draws the pictures below `/media/`: `<slug>.svg`, with `?view=detail` closer. 404 for what is no product of the shop. */
export const mediaRoute =
  (reads: CatalogReads): PublicRoutes =>
  (app) => {
    app.get<{ Params: { name: string }; Querystring: { view?: unknown } }>('/media/:name', async (request, reply) => {
      const slug = /^(.+)\.svg$/.exec(request.params.name)?.[1];
      const picture = slug ? await pictureOf(reads, slug, request.query.view === 'detail') : null;
      if (picture === null)
        return reply.code(404).type('text/plain; charset=utf-8').send('There is no such picture.\n');
      const etag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 27)}"`;
      reply.headers({ ...headers, etag });
      if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send();
      return reply.type('image/svg+xml; charset=utf-8').send(picture);
    });
  };
