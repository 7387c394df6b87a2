import { readFile } from 'node:fs/promises';
import { composeSupergraph } from '@cartograph/composition';
import { subgraphNames } from '@cartograph/events';
import type { Storefront } from '@cartograph/testing';

/** The shop's own schemas by subgraph, with `change` made to product's. */
export const shopSchemas = (change: (sdl: string) => string = (sdl) => sdl) =>
  Promise.all(
    subgraphNames.map(async (name) => {
      const sdl = await readFile(new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8');
      return { name, sdl: name === 'product' ? change(sdl) : sdl };
    }),
  );

/** The shop's supergraph as it is, or after it got a field that it does not have. */
export const shopSupergraph = async ({ hasNews }: { hasNews: boolean }): Promise<string> => {
  const add = (sdl: string) => `${sdl}\nextend type Product {\n  "What is new about it."\n  news: String\n}\n`;
  const result = composeSupergraph(await shopSchemas(hasNews ? add : undefined));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
};

/** Whether the graph that is served has that field. */
export const servesNews = async (storefront: Storefront): Promise<boolean> => {
  const answer = await storefront.ask<{ __type: { fields: { name: string }[] } }>(
    '{ __type(name: "Product") { fields { name } } }',
  );
  return answer.data?.__type.fields.some(({ name }) => name === 'news') === true;
};
