import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { readAnswerData } from '@cartograph/execution';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import type { AccessRules } from './access-rules.ts';
import { completeAnswer } from './complete-answer.ts';
import { createAccessDecision, type Withholding } from './decide-access.ts';
import { refusalAt } from './refusal.ts';

type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type Request = Parameters<Executor>[0];
type Decide = ReturnType<typeof createAccessDecision>;

/**
 * Puts the access rules before an executor, whichever it is. `rulesOf` knows the rules of every supergraph that is handed
 * to it; a schema whose rules are not known answers nothing.
 */
export const guardGateway = (
  gateway: GatewayInterface,
  rulesOf: (executableSdl: string) => AccessRules,
): GatewayInterface => {
  const decisions = new WeakMap<GraphQLSchema, Decide>();
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    decisions.set(apiSchema, createAccessDecision(rulesOf(coreSupergraphSdl), apiSchema));
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      if (!executor) throw new Error('the gateway has no executor to guard');
      return { executor: (request) => executeGuarded(executor, request, decisions.get(request.schema)) };
    },
  };
};

const executeGuarded = async (executor: Executor, request: Request, decide: Decide | undefined) => {
  if (!decide) throw new Error('the access rules of the schema that is served are not known');
  // Without one nothing is executed: the executor says so.
  if (!(request.operation as OperationDefinitionNode | undefined)) return executor(request);
  const { viewer } = request.context as GatewayContext;
  const withholding = decide(request.document, viewer);
  if (!withholding) return executor(request);
  const executed = withheldRequest(request, withholding);
  const result = await executor(executed);
  if (!result.data) return result;
  const completion = { ...withholding, errorAt: refusalAt.bind(null, viewer) };
  const { data, errors } = completeAnswer(
    completion,
    executed.operation,
    readAnswerData(result.data) as Record<string, unknown>,
  );
  return { ...result, data, errors: [...(result.errors ?? []), ...errors] };
};

/** Another document under another hash: a query plan is remembered by it, and one viewer's plan must not serve another. */
const withheldRequest = (request: Request, { executed, name }: Withholding): Request => {
  const operation = executed.document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === 'OperationDefinition' && definition.name?.value === request.operation.name?.value,
  );
  if (!operation) throw new Error('the operation is gone from its document');
  return { ...request, document: executed.document, operation, queryHash: `${request.queryHash} without ${name}` };
};
