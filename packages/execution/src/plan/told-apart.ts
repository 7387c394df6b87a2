import { type DocumentNode, type FieldDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { type RequiredField, RequiredWays } from './required-ways.ts';
import { fieldsOf, requirementOf, type SupergraphField, subgraphNames } from './supergraph-fields.ts';

/** A supergraph for planning, in which no two `@requires` mean different values by one name. */
export type ToldApart = {
  readonly supergraphSdl: string;
  /** Name of its own -> what it stands for. */
  readonly fields: ReadonlyMap<string, RequiredField>;
  /** By `requirementKey`: the names of their own that a field requires. */
  readonly requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
};

export const requirementKey = (subgraph: string, type: string, field: string): string => `${subgraph} ${type}.${field}`;

/**
 * Apollo's planner fetches a required field once for each object, under its name: where one `@requires` wants it in EUR and
 * another in USD, both get the same one's value. In the supergraph that is planned each way of requiring it is a field of
 * its own. Null where no field is required in more than one way.
 */
export const tellRequirementsApart = (supergraphSdl: string): ToldApart | null => {
  const document = parse(supergraphSdl, { noLocation: true });
  const ways = new RequiredWays(document);
  for (const { type, field } of fieldsOf(document)) {
    for (const directive of field.directives ?? []) {
      const requirement = requirementOf(directive);
      if (requirement) ways.read(type, requirement.selection);
    }
  }
  return ways.all().length > 0 ? rewrite(document, ways) : null;
};

const rewrite = (document: DocumentNode, ways: RequiredWays): ToldApart => {
  const names = subgraphNames(document);
  const requiredBy = new Map<string, ReadonlySet<string>>();
  const fieldsFor = (at: SupergraphField): FieldDefinitionNode[] => {
    const field = withOwnNames(at, ways, (graph, used) => {
      requiredBy.set(requirementKey(names.get(graph) ?? graph, at.type, at.field.name.value), used);
    });
    const own = ways.of(at.type, at.field.name.value).map(({ name }) => ownField(field, name));
    return [field, ...own];
  };
  const rewritten = visit(document, {
    ObjectTypeDefinition: (node) => ({ ...node, fields: fieldsFrom(node.name.value, node.fields, fieldsFor) }),
    InterfaceTypeDefinition: (node) => ({ ...node, fields: fieldsFrom(node.name.value, node.fields, fieldsFor) }),
  });
  const fields = new Map(ways.all().map(({ name, ...field }) => [name, field]));
  return { supergraphSdl: print(rewritten), fields, requiredBy };
};

const fieldsFrom = (
  type: string,
  fields: readonly FieldDefinitionNode[] = [],
  fieldsFor: (at: SupergraphField) => FieldDefinitionNode[],
) => fields.flatMap((field) => fieldsFor({ type, field }));

const ownField = (field: FieldDefinitionNode, name: string): FieldDefinitionNode => ({
  ...field,
  name: { kind: Kind.NAME, value: name },
  arguments: [],
});

/** The field with its requirements by names of their own. */
const withOwnNames = (
  { type, field }: SupergraphField,
  ways: RequiredWays,
  note: (graph: string, used: ReadonlySet<string>) => void,
): FieldDefinitionNode => {
  const directives = (field.directives ?? []).map((directive) => {
    const requirement = requirementOf(directive);
    if (!requirement) return directive;
    const used = new Set<string>();
    const value = print(ways.renamed(type, requirement.selection, used))
      .slice(1, -1)
      .replaceAll(/\s+/g, ' ')
      .trim();
    note(requirement.graph, used);
    const args = (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING as const, value } } : argument,
    );
    return { ...directive, arguments: args };
  });
  return { ...field, directives };
};
