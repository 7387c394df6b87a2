import { variants } from '@cartograph/variants';
import {
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  visit,
} from 'graphql';
import type { Finding } from '../finding.ts';
import type { GraphState, SubgraphFile } from '../graph/graph-state.ts';
import { positionOf } from '../graph/location-index.ts';

/** Descriptions that say of themselves that they are not for everybody. */
const notForEverybody =
  /\b(only (the )?staff|staff only|for staff alone|internal use|internal only|only internally)\b/i;
const knownTags = new Set(variants.flatMap(({ withoutTags }) => withoutTags));

type Tagged = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode | ObjectTypeDefinitionNode;

/** What says that it is not for everybody carries a tag that takes it out of the public variant; tags are known ones. */
export const checkPrivacy = ({ subgraphs }: GraphState): Finding[] => subgraphs.flatMap(checkSubgraph);

const checkSubgraph = (subgraph: SubgraphFile): Finding[] => {
  const findings: Finding[] = [];
  const look = (node: Tagged) => void findings.push(...judge(subgraph, node));
  const looks = {
    FieldDefinition: look,
    InputValueDefinition: look,
    EnumValueDefinition: look,
    ObjectTypeDefinition: look,
  };
  if (subgraph.document !== null) visit(subgraph.document, looks);
  return findings;
};

const judge = (subgraph: SubgraphFile, node: Tagged): Finding[] => {
  const tags = tagsOf(node);
  const found: Pick<Finding, 'code' | 'severity' | 'message' | 'cure'>[] = tags
    .filter((tag) => !knownTags.has(tag))
    .map((tag) => ({
      code: 'UNKNOWN_TAG',
      severity: 'error',
      message: `${node.name.value} carries the tag "${tag}", which no variant knows: it would stay public`,
      cure: `Use one of ${[...knownTags].join(', ')}, or teach packages/variants the tag.`,
    }));
  const isPublic = !tags.some((tag) => knownTags.has(tag));
  if (isPublic && notForEverybody.test(node.description?.value ?? '')) {
    found.push({
      code: 'INTERNAL_IN_PUBLIC',
      severity: 'error',
      message: `${node.name.value} says that it is not for everybody, but is in the public variant`,
      cure: 'Tag it @tag(name: "admin") or @tag(name: "internal"), or say in its description what everybody may use it for.',
    });
  }
  const position = positionOf(node.name.loc) ?? { line: 1 };
  return found.map((each) => ({
    check: 'contracts',
    ...each,
    subgraph: subgraph.name,
    place: { file: subgraph.file, ...position },
  }));
};

const tagsOf = ({ directives = [] }: Tagged): string[] =>
  directives
    .filter(({ name }) => name.value === 'tag' || name.value === 'federation__tag')
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []));
