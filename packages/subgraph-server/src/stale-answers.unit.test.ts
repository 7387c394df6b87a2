import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { staleAnswers } from './stale-answers.ts';

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
      directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean, staleWhileRevalidate: Int) on FIELD_DEFINITION | OBJECT
      type Seo @cacheControl(inheritMaxAge: true) { title: String }
      type Product @key(fields: "id") @cacheControl(maxAge: 60, staleWhileRevalidate: 30) {
        id: ID! seo: Seo stock: Int @cacheControl(maxAge: 10) soon: Int @cacheControl(maxAge: 20, staleWhileRevalidate: 5)
      }
      type Query { product: Product secret: Product @cacheControl(maxAge: 0) }`),
    resolvers: {
      Query: { product: () => ({ id: '1' }), secret: () => ({ id: '1' }) },
      Product: { __resolveReference: () => ({ id: '1' }) },
    } as never,
  },
]);

const headerOf = async (query: string) => {
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginCacheControl(), staleAnswers(schema)] });
  const answer = await server.executeOperation({ query });
  await server.stop();
  return answer.http.headers.get('cache-control');
};

describe('how long an answer may be given away old', () => {
  it('is the shortest that its parts say', async () => {
    expect(await headerOf('{ product { id seo { title } } }')).toBe('max-age=60, public, stale-while-revalidate=30');
    expect(await headerOf('{ product { id soon } }')).toBe('max-age=20, public, stale-while-revalidate=5');
    expect(
      await headerOf(
        '{ _entities(representations: [{ __typename: "Product", id: "1" }]) { ... on Product { seo { title } } } }',
      ),
    ).toBe('max-age=60, public, stale-while-revalidate=30');
  });

  it('is not at all where one part says only how long it is fresh, or nothing may be kept', async () => {
    expect(await headerOf('{ product { id stock } }')).toBe('max-age=10, public');
    expect(await headerOf('{ secret { id } }')).toBe('no-store');
    expect(await headerOf('{ product { id } nonsense }')).toBe('no-store');
  });
});
