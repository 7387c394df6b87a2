import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayExecutionResult, GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createExecution, readAnswerData, type SubgraphAnswer } from '../../src/index.ts';

/** What the in-process subgraphs of a test are asked. */
export type Question = { subgraph: string; query: string; variables: Record<string, unknown>; operationName?: string };
export type AnswerQuestion = (question: Question) => Promise<SubgraphAnswer>;

export type Asked = { query: string; variables?: Record<string, unknown>; operationName?: string };

/** An answer as a client gets it. */
export type Answered = { data?: unknown; errors: GraphQLFormattedError[]; completion: GraphQLFormattedError[] };

export type Engine = { ask: (asked: Asked) => Promise<Answered>; schema: GraphQLSchema; stop: () => Promise<void> };

const fromJson = (text: string) => JSON.parse(text) as Record<string, unknown>;
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value ?? null)) as Value;

/** Our own engine over that supergraph. */
export const startCartograph = (supergraphSdl: string, answer: AnswerQuestion): Promise<Engine> => {
  const gone = new AbortController().signal;
  const gateway = createExecution<object>({
    supergraph: { initialize: async () => ({ supergraphSdl }) },
    ask: async ({ subgraph, query, variables, operationName }) => {
      const question = { subgraph, query, variables: fromJson(variables), ...(operationName && { operationName }) };
      // By JSON, as over the network: what an engine writes into its data must not reach the subgraph's.
      const text = JSON.stringify(await answer(question));
      return { read: () => JSON.parse(text) as SubgraphAnswer };
    },
    answerKey: () => '',
    clientGone: () => gone,
  });
  return startEngine(gateway);
};

/** Apollo's engine over the same. */
export const startApollo = (supergraphSdl: string, answer: AnswerQuestion): Promise<Engine> => {
  // biome-ignore lint/style/noProcessEnv: the one way to keep it from reporting to its maker
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const quiet = () => undefined;
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dataSource(name, answer),
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  return startEngine(gateway);
};

const dataSource = (subgraph: string, answer: AnswerQuestion): GraphQLDataSource => ({
  process: async ({ request: { query = '', variables = {}, operationName } }) => {
    const question = { subgraph, query, variables: asJson(variables), ...(operationName && { operationName }) };
    return asJson({ ...(await answer(question)) });
  },
});

const startEngine = async (gateway: GatewayInterface): Promise<Engine> => {
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const { executor } = await gateway.load({ apollo: {} });
  if (!executor || !schema) throw new Error('the engine has loaded no graph');
  const loaded = { executor, schema };
  return { schema, stop: () => gateway.stop(), ask: (asked) => askEngine(loaded, asked) };
};

const askEngine = async (
  { executor, schema }: { executor: GatewayExecutor; schema: GraphQLSchema },
  { query, variables = {}, operationName }: Asked,
): Promise<Answered> => {
  const document = parse(query);
  const faults = validate(schema, document, specifiedRules);
  if (faults.length > 0) throw new Error(`${faults.map(String).join('\n')}\nin ${query}`);
  try {
    return toAnswered(await executor(requestFor({ query, variables, operationName, document, schema })));
  } catch (error) {
    // Apollo Server answers with the error alone.
    return { errors: [{ message: String(error) }], completion: [] };
  }
};

type Requested = Omit<Asked, 'operationName'> & {
  operationName: string | undefined;
  document: DocumentNode;
  schema: GraphQLSchema;
};

/** What Apollo Server hands to an engine, as far as either looks at it. */
const requestFor = ({ query, variables, operationName, document, schema }: Requested) =>
  ({
    request: { query, variables, operationName },
    document,
    operation: getOperationAST(document, operationName),
    operationName: operationName ?? null,
    queryHash: query,
    source: query,
    schema,
    context: {},
    metrics: {},
    logger: console,
  }) as unknown as Parameters<GatewayExecutor>[0];

const toAnswered = (result: GatewayExecutionResult): Answered => {
  const completion = (result.extensions?.['valueCompletion'] ?? []) as GraphQLFormattedError[];
  const data = readAnswerData(result.data);
  return {
    ...(data !== undefined && { data: asJson(data) }),
    errors: asJson(result.errors ?? []) as never,
    completion: asJson(completion),
  };
};
