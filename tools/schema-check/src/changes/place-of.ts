import type { Place } from '../finding.ts';
import type { GraphState, SubgraphFile } from '../graph/graph-state.ts';

export interface Whereabouts {
  subgraph?: string;
  place?: Place;
}

/**
 * The subgraph, file and line of an element: where it stands now, or, for one that is gone, where its owner stands in the
 * subgraph that had it.
 */
export const whereIs = (
  coordinate: string,
  { before, after }: { before: GraphState; after: GraphState },
): Whereabouts => {
  const now = after.subgraphs.find(({ positions }) => positions.has(coordinate));
  if (now !== undefined) return at(now, coordinate);
  const had = before.subgraphs.find(({ positions }) => positions.has(coordinate));
  if (had === undefined) return {};
  const same = after.subgraphs.find(({ name }) => name === had.name);
  if (same === undefined) return { subgraph: had.name };
  const owner = ownersOf(coordinate).find((each) => same.positions.has(each));
  return owner === undefined ? { subgraph: same.name, place: { file: same.file, line: 1 } } : at(same, owner);
};

const at = (subgraph: SubgraphFile, coordinate: string): Whereabouts => {
  const position = subgraph.positions.get(coordinate);
  return { subgraph: subgraph.name, ...(position && { place: { file: subgraph.file, ...position } }) };
};

/** `Type.field(argument:)` is owned by `Type.field`, and that by `Type`. */
const ownersOf = (coordinate: string): string[] => {
  const [type = '', field] = coordinate.replace(/\(.*/, '').split('.');
  return coordinate.includes('(') && field !== undefined ? [`${type}.${field}`, type] : [type];
};
