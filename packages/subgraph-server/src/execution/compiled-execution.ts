import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CachePolicy } from './cache-hints.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';

/** The gateway sends some hundred different texts; what is asked least goes when there are more. */
const mostDocuments = 1_000;

/**
 * A schema whose operations are compiled once and then run without looking at the schema again, behind the seam that Apollo
 * Server has for gateways. Answers are those of graphql-js, which still executes what is traced (ftv1).
 */
const compiledExecution = (schema: GraphQLSchema): GatewayInterface => {
  const operationOf = compiledOperations(schema);
  const executor = async (asked: GatewayGraphQLRequestContext): Promise<ExecutionResult> => {
    const { document, request, context } = asked;
    const { variables, operationName } = request;
    const compiled = isTraced(request) ? undefined : operationOf(document, operationName);
    if (compiled) return compiled({ variables, context, policy: openPolicy(asked) });
    return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
  };
  let tell: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate: (listener) => {
      tell = listener;
      return () => undefined;
    },
    load: async () => {
      tell?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor };
    },
    stop: async () => undefined,
  };
};

/** Which engine executes operations. */
export type Engine = 'compiled' | 'graphql-js';

/** What an Apollo Server is given for the schema and for cache control, by the engine. */
export const executionOf = (schema: GraphQLSchema, engine: Engine) =>
  engine === 'compiled'
    ? { source: { gateway: compiledExecution(schema) }, cacheControl: cacheControlOfCompiled() }
    : { source: { schema }, cacheControl: ApolloServerPluginCacheControl() };

/** Finds the compiled form of what is asked; each is compiled when it is first asked. */
export const compiledOperations = (schema: GraphQLSchema) => {
  const resolvers = resolversOf(schema);
  const resolverOf = (field: GraphQLField<unknown, unknown>) => resolvers.get(field) ?? field.resolve;
  const documents = new LRUCache<DocumentNode, Map<string | undefined, CompiledOperation | undefined>>({
    max: mostDocuments,
  });
  return (document: DocumentNode, operationName: string | undefined): CompiledOperation | undefined => {
    const known = documents.get(document) ?? new Map<string | undefined, CompiledOperation | undefined>();
    documents.set(document, known);
    if (!known.has(operationName))
      known.set(operationName, compileOperation({ schema, resolverOf }, document, operationName));
    return known.get(operationName);
  };
};

/** As they are now: for a trace, Apollo Server wraps each resolver of the schema for good. */
const resolversOf = (schema: GraphQLSchema) =>
  new Map(
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => [field, field.resolve] as const)),
  );

/** Null when the policy is somebody else's already: fields then have nothing to say, as behind Apollo's plugin. */
const openPolicy = ({ overallCachePolicy }: GatewayGraphQLRequestContext): CachePolicy | null => {
  const policy = overallCachePolicy as CachePolicy;
  return policy.maxAge === undefined && policy.scope === undefined ? policy : null;
};

type Asked = { readonly http?: { readonly headers: { get: (name: string) => string | null | undefined } } | undefined };

/** Whether Apollo's gateway wants to know how long each resolver took. */
const isTraced = ({ http }: Asked): boolean => http?.headers.get('apollo-federation-include-trace') === 'ftv1';

const nothing = async () => undefined;

/** Apollo's plugin writes the header; what the fields say is told by the compiled operation, not resolver by resolver. */
const cacheControlOfCompiled = (): ApolloServerPlugin<BaseContext> => {
  const apollo = ApolloServerPluginCacheControl();
  return {
    ...apollo,
    requestDidStart: async (asked) => {
      const listener = await apollo.requestDidStart?.(asked);
      return listener && !isTraced(asked.request) ? { ...listener, executionDidStart: nothing } : listener;
    },
  };
};
