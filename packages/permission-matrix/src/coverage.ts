import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import { expectedFields } from './expected-fields.ts';
import { expectedMutations } from './expected-mutations.ts';
import { expectedTypes } from './expected-types.ts';

/** What there is to be judged: the rows of the matrix. */
export type Rows = {
  readonly types: readonly string[];
  readonly mutations: readonly string[];
  /** `Type.field`, for the fields that require a scope of their own. */
  readonly fields: readonly string[];
};

/** Reads the rows from the schemas of the subgraphs. */
export const rowsOf = (schemas: readonly string[]): Rows => {
  const objects = schemas.flatMap((sdl) => parse(sdl, { noLocation: true }).definitions).filter(isObject);
  const fieldsOf = (isWanted: (object: Definition, field: Field) => boolean) =>
    objects.flatMap((object) =>
      (object.fields ?? []).filter((field) => isWanted(object, field)).map((field) => ({ object, field })),
    );
  const scoped = fieldsOf(
    ({ name }, field) => name.value !== 'Mutation' && name.value !== 'Query' && requiresScopes(field),
  );
  return {
    types: unique(objects.map(({ name }) => name.value).filter((name) => name !== 'Query' && name !== 'Mutation')),
    mutations: unique(fieldsOf(({ name }) => name.value === 'Mutation').map(({ field }) => field.name.value)),
    fields: unique(scoped.map(({ object, field }) => `${object.name.value}.${field.name.value}`)),
  };
};

/** Every row without an expectation and every expectation without a row, as sentences; empty when the tables are whole. */
export const gapsIn = ({ types, mutations, fields }: Rows): readonly string[] => [
  ...gaps('type', types, Object.keys(expectedTypes)),
  ...gaps('mutation', mutations, Object.keys(expectedMutations)),
  ...gaps('field', fields, Object.keys(expectedFields)),
];

const gaps = (what: 'type' | 'mutation' | 'field', rows: readonly string[], expected: readonly string[]): string[] => [
  ...rows
    .filter((row) => !expected.includes(row))
    .map(
      (row) =>
        `${what} ${row} has no line in packages/permission-matrix/src/expected-${what}s.ts: say who may ${verbs[what]} it`,
    ),
  ...expected.filter((row) => !rows.includes(row)).map((row) => `${what} ${row} is expected, but no schema has it`),
];

const verbs = { type: 'see', mutation: 'call', field: 'see' } as const;

type Definition = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
type Field = NonNullable<Definition['fields']>[number];

const isObject = (definition: DefinitionNode): definition is Definition =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;

const requiresScopes = ({ directives }: Field): boolean =>
  (directives ?? []).some(({ name }) => name.value === 'requiresScopes');

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
