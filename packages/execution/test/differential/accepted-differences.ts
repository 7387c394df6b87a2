import { type ASTNode, Kind, parse, visit } from 'graphql';
import type { Answered } from '../support/two-engines.ts';

/**
 * Where our answer may differ from Apollo's: each entry names the clause of the specification that Apollo's engine breaks.
 * In a graph without faults such an answer of ours must also be the one that graphql-js gives over the whole graph as one;
 * what is wrong in ours is never listed.
 */
export type AcceptedDifference = {
  readonly name: string;
  readonly clause: string;
  readonly why: string;
  readonly explains: (difference: Difference) => boolean;
};

export type Difference = { query: string; ours: Answered; apollos: Answered };

/** Whether anything in an operation is so. */
const someNode = (query: string, isSo: (node: ASTNode) => boolean): boolean => {
  let isFound = false;
  visit(parse(query), {
    enter: (node) => {
      if (isSo(node)) isFound = true;
    },
  });
  return isFound;
};

const isCondition = (node: ASTNode): boolean =>
  node.kind === Kind.DIRECTIVE && (node.name.value === 'skip' || node.name.value === 'include');

/** An alias that is a field's name elsewhere, or arguments under a plain name. */
const hasTakenName = (node: ASTNode): boolean => {
  if (node.kind !== Kind.FIELD) return false;
  return node.alias ? !/^[at]\d+$/.test(node.alias.value) : (node.arguments?.length ?? 0) > 0;
};

const isOfInterfaceObject = (node: ASTNode): boolean =>
  node.kind === Kind.FIELD && /^(bonus|extra|sx)_/.test(node.name.value);

/** For answers whose data differs. */
export const acceptedInData: readonly AcceptedDifference[] = [
  {
    name: 'what a condition excludes takes along what is asked for',
    clause: 'https://spec.graphql.org/September2025/#CollectFields()',
    why: 'A field that is required by an excluded field is part of the plan’s representation of the whole object: it is not fetched, and Apollo’s engine then leaves out fields of the same fetch that are not excluded.',
    explains: ({ query }) => someNode(query, isCondition),
  },
  {
    name: 'a response name that is another field’s name',
    clause: 'https://spec.graphql.org/September2025/#sec-Field-Alias',
    why: 'Apollo’s engine keeps keys and required fields under their names beside the client’s response names: the two overwrite each other.',
    explains: ({ query }) => someNode(query, hasTakenName),
  },
  {
    name: 'the type of an object behind an interface object',
    clause: 'https://spec.graphql.org/September2025/#sec-Type-Name-Introspection',
    why: 'The interface’s name, which a subgraph with @interfaceObject gives for the type, overwrites the type that is known already: fragments on that type are passed over, and the object may become null.',
    explains: ({ query }) => someNode(query, isOfInterfaceObject),
  },
];
