import { composeVariant, type Variant, variants } from '@cartograph/variants';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Finding } from '../finding.ts';
import { type ClientOperation, hitOf } from '../graph/client-operation.ts';
import type { GraphState } from '../graph/graph-state.ts';
import { validationErrors } from '../operations/check-operations.ts';
import { checkPrivacy } from './check-privacy.ts';

/** What is compared: the subgraphs on both sides, and what clients send. */
export interface ContractSides {
  before: GraphState;
  after: GraphState;
  operations: readonly ClientOperation[];
  /** Whether the subgraphs of the base compose: without that there is nothing to compare with. */
  isComparable: boolean;
}

/** Every variant composes, holds nothing that is not for its clients, and still serves the clients that use it. */
export const checkContracts = (sides: ContractSides): Finding[] => {
  const { after, operations } = sides;
  const unknown = operations.filter(({ variant }) => !variants.some(({ name }) => name === variant));
  const hiding = variants.filter((variant) => after.subgraphs.some(({ sdl }) => carriesTag(sdl, variant)));
  return [
    ...unknown.map(unknownVariant),
    ...hiding.flatMap((variant) => checkVariant(variant, sides)),
    ...checkPrivacy(after),
  ];
};

/** A variant that hides nothing is the whole graph, which is judged already. */
const carriesTag = (sdl: string, { withoutTags }: Variant): boolean =>
  withoutTags.some((tag) => new RegExp(`tag\\(name:\\s*"${tag}"`).test(sdl));

const checkVariant = (variant: Variant, sides: ContractSides): Finding[] => {
  const now = composeVariant(sides.after.subgraphs, variant);
  if (!now.ok) return now.errors.map(({ message }) => doesNotCompose(variant, message));
  const schema = schemaOf(now.apiSdl);
  const refused = sides.operations
    .filter((operation) => operation.variant === variant.name)
    .filter((operation) => validationErrors(schema, operation).length > 0);
  return wereAnswered(variant, refused, sides).flatMap((operation) =>
    validationErrors(schema, operation).map(({ message }) => leftVariant(variant, operation, message)),
  );
};

/** Those of the operations that the variant answered in the base: the others are wrong anyway, and told so elsewhere. */
const wereAnswered = (
  variant: Variant,
  refused: readonly ClientOperation[],
  { before, isComparable }: ContractSides,
): ClientOperation[] => {
  if (refused.length === 0 || !isComparable) return [];
  const earlier = composeVariant(before.subgraphs, variant);
  if (!earlier.ok) return [];
  const schema = schemaOf(earlier.apiSdl);
  return refused.filter((operation) => validationErrors(schema, operation).length === 0);
};

const schemaOf = (sdl: string): GraphQLSchema => buildSchema(sdl, { assumeValid: true });

const leftVariant = (variant: Variant, operation: ClientOperation, message: string): Finding => ({
  check: 'contracts',
  code: 'LEFT_VARIANT',
  severity: 'error',
  message: `The ${variant.name} variant no longer answers ${operation.name} of ${operation.client}: ${message}`,
  ...(operation.place && { place: operation.place }),
  hit: [hitOf(operation)],
  cure: `Take the tag away again, or move the client to what the ${variant.name} variant keeps; it is for ${variant.purpose}.`,
});

const doesNotCompose = (variant: Variant, message: string): Finding => ({
  check: 'contracts',
  code: 'VARIANT_DOES_NOT_COMPOSE',
  severity: 'error',
  message: `The ${variant.name} variant does not compose: ${message}`,
  cure: 'Something that is kept needs what its tag hides: tag both, or neither.',
});

const unknownVariant = (operation: ClientOperation): Finding => ({
  check: 'contracts',
  code: 'UNKNOWN_VARIANT',
  severity: 'error',
  message: `${operation.client} uses the variant ${operation.variant}, which does not exist`,
  place: { file: `packages/client-examples/${operation.client}/schema-check.json`, line: 1 },
  hit: [hitOf(operation)],
  cure: `There are ${variants.map(({ name }) => name).join(', ')} (packages/variants).`,
});
