import { type CostModel, measureOperation, operationLimits } from '@cartograph/graph-limits';
import {
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OverlappingFieldsCanBeMergedRule,
  specifiedRules,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';
import type { Finding } from '../finding.ts';
import { type ClientOperation, hitOf } from '../graph/client-operation.ts';
import { deprecatedUses } from './deprecated-uses.ts';

/** Aliases and literals of recorded operations are gone: rules that look at them would find fault with that. */
const rulesForRecorded = specifiedRules.filter(
  (rule) => rule !== ValuesOfCorrectTypeRule && rule !== OverlappingFieldsCanBeMergedRule,
);

export const validationErrors = (schema: GraphQLSchema, { document, seen }: ClientOperation): readonly GraphQLError[] =>
  validate(schema, document, seen === undefined ? specifiedRules : rulesForRecorded);

/** What clients see, and what its parts weigh. */
type Measured = { api: GraphQLSchema; costs: CostModel };

/** Every operation of a client is valid, within the limits, and says why where it selects what is deprecated. */
export const checkOperations = ({ api, costs }: Measured, operations: readonly ClientOperation[]): Finding[] =>
  operations.flatMap((operation) => {
    const errors = validationErrors(api, operation);
    if (errors.length > 0) return errors.map((error) => invalid(operation, error));
    return [...checkLimits({ api, costs }, operation), ...checkDeprecated(api, operation)];
  });

const invalid = (operation: ClientOperation, { message }: GraphQLError): Finding =>
  about(operation, {
    code: 'OPERATION_INVALID',
    severity: 'error',
    message,
    cure: 'Bring back what the operation needs, or change the client and wait until nobody runs the old one.',
  });

const checkLimits = ({ api, costs }: Measured, operation: ClientOperation): Finding[] => {
  if (!getOperationAST(operation.document)) return [];
  const { depth, cost } = measureOperation(api, operation.document, { costs });
  const { maxDepth, maxCost } = operationLimits;
  const findings: Finding[] = [];
  if (depth > maxDepth) {
    findings.push(
      about(operation, {
        code: 'OPERATION_TOO_DEEP',
        severity: 'error',
        message: `The operation is ${depth} fields deep; ${maxDepth} is the most`,
        cure: 'Ask for what is further down by an operation of its own, starting at its id.',
      }),
    );
  }
  if (cost > maxCost) {
    findings.push(
      about(operation, {
        code: 'OPERATION_TOO_COSTLY',
        severity: 'error',
        message: `The operation costs ${cost}; ${maxCost} is the most`,
        cure: 'Ask for smaller pages (`first`), or for lists within lists by an operation of their own.',
      }),
    );
  }
  return findings;
};

const checkDeprecated = (schema: GraphQLSchema, operation: ClientOperation): Finding[] =>
  deprecatedUses(schema, operation.document)
    .filter(({ coordinate }) => !(coordinate in operation.deprecations))
    .map(({ coordinate, reason }) =>
      about(operation, {
        code: 'DEPRECATED_SELECTED',
        severity: 'warning',
        message: `${coordinate} is deprecated: ${reason}`,
        cure: `Move to what replaces it, or note why not yet in packages/client-examples/${operation.client}/schema-check.json under "deprecations".`,
      }),
    );

const about = (
  operation: ClientOperation,
  finding: Pick<Finding, 'code' | 'severity' | 'message' | 'cure'>,
): Finding => ({
  check: 'operations',
  ...finding,
  ...(operation.place && { place: operation.place }),
  hit: [hitOf(operation)],
});
