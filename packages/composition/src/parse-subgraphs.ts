import type { CompositionError } from './composition-result.ts';
import { nodeSubgraph } from './node-subgraph.ts';
import { parseSource } from './parse-source.ts';
import type { Subgraph, SubgraphSource } from './subgraph-source.ts';

export type ParsedSubgraphs = { ok: true; subgraphs: Subgraph[] } | { ok: false; errors: CompositionError[] };

/** The subgraphs as composition takes them: parsed, by name, and with the `node` subgraph that serves `node(id:)`. */
export const parseSubgraphs = (sources: SubgraphSource[]): ParsedSubgraphs => {
  const parsed = [...sources].sort((a, b) => a.name.localeCompare(b.name)).map(parseSource);
  const errors = parsed.flatMap((source) => (source.ok ? [] : [source.error]));
  if (errors.length > 0) return { ok: false, errors };
  const subgraphs = parsed.flatMap((source) => (source.ok ? [source.subgraph] : []));
  const node = nodeSubgraph(subgraphs);
  return { ok: true, subgraphs: node === null ? subgraphs : [...subgraphs, node] };
};
