import { readFileSync } from 'node:fs';
import { costModelOf, measureAnswer, measureOperation, readCostRules } from '@cartograph/graph-limits';
import { buildASTSchema, parse } from 'graphql';

const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
// A supergraph links the directives of cost by themselves, and not by those of federation.
const asSupergraph = `schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"]) { query: Query } ${sdl}`;
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
const costs = costModelOf(schema, readCostRules(asSupergraph));

/** What the gateway takes an operation to cost before it is planned, and what its answer did. */
export const costsOf = (query: string, data: Record<string, unknown>): { reckoned: number; answered: number } => {
  const document = parse(query);
  return {
    reckoned: measureOperation(schema, document, { costs }).cost,
    answered: measureAnswer(schema, document, { costs, data }),
  };
};
