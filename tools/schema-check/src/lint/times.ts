import { isObject, namedTypeOf } from './graph-model.ts';
import type { LintRule } from './rule.ts';

/** Instants have one type. */
export const times: LintRule = {
  code: 'TIME_NOT_DATETIME',
  holds: 'a field called ...At is a DateTime',
  cure: 'Give it the type DateTime, or another name.',
  look: ({ types }) =>
    types.filter(isObject).flatMap(({ subgraph, node }) =>
      (node.fields ?? [])
        .filter(({ name, type }) => /[a-z]At$/.test(name.value) && namedTypeOf(type) !== 'DateTime')
        .map(({ name: at, type }) => ({
          subgraph,
          at,
          message: `${node.name.value}.${at.value} is an instant, but a ${namedTypeOf(type)}`,
        })),
    ),
};
