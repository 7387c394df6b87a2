export const defaultCure =
  'Each code is explained at https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/errors';

/** What to do about the commonest errors and hints of composition. */
export const curesOfComposition: Readonly<Record<string, string>> = {
  INVALID_GRAPHQL: 'Correct the schema at the place it names.',
  FIELD_TYPE_MISMATCH:
    'Give the field one type in every subgraph that has it, or keep it in one and remove it from the others.',
  INVALID_FIELD_SHARING:
    'Let one subgraph own the field. Where all answer alike, mark it @shareable in each; where it moves, @override(from:) in the new one.',
  SATISFIABILITY_ERROR:
    'Give the type a @key that the other subgraph can resolve, or have the field provided where it is asked for.',
  KEY_INVALID_FIELDS: 'Name fields in @key that the type has.',
  EXTERNAL_MISSING_ON_BASE: 'Define the field in another subgraph, or remove @external.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Declare the argument in every subgraph, or make it optional.',
  ENUM_VALUE_MISMATCH: 'Declare the same values in every subgraph, as the enum is used for input and output.',
  NO_QUERIES: 'At least one subgraph needs a field on Query.',
  INCONSISTENT_DESCRIPTION: 'Describe the element alike in every subgraph, or only where it is owned.',
  INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE:
    'Give the field one type in every subgraph: the looser one is what clients see.',
};
