import {
  apiSchemaOf,
  type CompositionError,
  type CompositionResult,
  composeSupergraph,
  parseSubgraphs,
  type Subgraph,
  type SubgraphSource,
} from '@cartograph/composition';
import { applyTagFilterOnSubgraphs } from '@theguild/federation-composition';
import { buildSchema, print } from 'graphql';
import { hideTypes } from './hide-types.ts';
import { unreachableTypes } from './unreachable-types.ts';
import type { Variant } from './variant.ts';

export type VariantResult =
  | {
      ok: true;
      /** What a gateway serves the variant from: the whole supergraph, with the rest marked `@inaccessible`. */
      supergraphSdl: string;
      /** What the variant's clients see. */
      apiSdl: string;
    }
  | { ok: false; errors: CompositionError[] };

/**
 * Composes a variant. The subgraphs must compose as a whole; what can still fail is that something kept needs what is
 * hidden. Types that nothing in the variant leads to any more are hidden with the rest.
 */
export const composeVariant = (sources: SubgraphSource[], variant: Variant): VariantResult => {
  const parsed = parseSubgraphs(sources);
  if (!parsed.ok) return parsed;
  // The node subgraph is made anew from what is left.
  const own = parsed.subgraphs.filter(({ name }) => sources.some((source) => source.name === name));
  const filter = { include: new Set<string>(), exclude: new Set(variant.withoutTags) };
  const filtered = applyTagFilterOnSubgraphs(own, filter);
  const first = compose(filtered);
  if (!first.ok) return first;
  const unreachable = unreachableTypes(buildSchema(apiSchemaOf(first.supergraphSdl), { assumeValid: true }));
  const result = unreachable.length === 0 ? first : compose(hideTypes(filtered, unreachable));
  if (!result.ok) return result;
  return { ok: true, supergraphSdl: result.supergraphSdl, apiSdl: apiSchemaOf(result.supergraphSdl) };
};

const compose = (subgraphs: Subgraph[]): CompositionResult =>
  composeSupergraph(
    subgraphs.map(({ name, typeDefs }) => ({ name, sdl: print(typeDefs) })),
    // What is hidden stays in the supergraph, so that every field is reached as it is in the whole graph.
    { isProvenAlready: true },
  );
