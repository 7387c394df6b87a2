import { isObjectType } from 'graphql';
import type { Finding } from '../finding.ts';
import { hitOf } from '../graph/client-operation.ts';
import type { SubgraphFile } from '../graph/graph-state.ts';
import { type SchemaPair, usersOf } from './schema-pair.ts';

/**
 * Fields that a subgraph no longer has, though the graph does: until every gateway has the new supergraph, those that have
 * the old one still ask the subgraph that had them.
 */
export const checkMoves = (pair: SchemaPair): Finding[] =>
  pair.before.subgraphs.flatMap((before) => {
    const after = pair.after.subgraphs.find(({ name }) => name === before.name);
    return after === undefined ? [] : movedFields(before, after, pair);
  });

const movedFields = (before: SubgraphFile, after: SubgraphFile, pair: SchemaPair): Finding[] =>
  [...before.positions.keys()]
    .filter((coordinate) => isField(coordinate) && !after.positions.has(coordinate))
    .filter((coordinate) => isServed(pair, coordinate))
    .flatMap((coordinate) => {
      const users = usersOf(pair.used, [coordinate]);
      const type = coordinate.split('.')[0] ?? '';
      const others = pair.before.subgraphs.filter(
        ({ name, positions }) => name !== before.name && positions.has(coordinate),
      );
      if (users.length === 0 || others.length > 0) return [];
      const position = after.positions.get(type);
      return [
        {
          check: 'changes',
          code: 'FIELD_LEFT_SUBGRAPH',
          severity: 'warning',
          message: `${coordinate} left ${before.name}: gateways that still have the old supergraph ask for it there`,
          subgraph: before.name,
          place: { file: after.file, ...(position ?? { line: 1 }) },
          hit: users.map(hitOf),
          cure: `Add it to its new subgraph with @override(from: "${before.name}") first, and remove it here when every gateway has that supergraph.`,
        } satisfies Finding,
      ];
    });

const isField = (coordinate: string): boolean => /^\w+\.\w+$/.test(coordinate);

const isServed = ({ apiBefore, apiAfter }: SchemaPair, coordinate: string): boolean => {
  const [typeName = '', field = ''] = coordinate.split('.');
  return [apiBefore, apiAfter].every((schema) => {
    const type = schema.getType(typeName);
    return isObjectType(type) && field in type.getFields();
  });
};
