import { gunzipSync } from 'node:zlib';
import { Report } from '@apollo/usage-reporting-protobuf';
import fastify from 'fastify';
import { buildSchema, graphql } from 'graphql';

/** What an uplink answers, as far as a gateway asks for it. */
const uplinkSchema = buildSchema(`
  type Query { routerConfig(ref: String!, apiKey: String!, ifAfterId: ID): RouterConfigResponse! }
  union RouterConfigResponse = RouterConfigResult | Unchanged | FetchError
  type RouterConfigResult { id: ID! supergraphSDL: String! minDelaySeconds: Float! }
  type Unchanged { id: ID! minDelaySeconds: Float! }
  type FetchError { code: FetchErrorCode! message: String! }
  enum FetchErrorCode { AUTHENTICATION_FAILED UNKNOWN_REF ACCESS_DENIED RETRY_LATER }
`);

type Asked = { ref: string; apiKey: string; ifAfterId?: string | null };

export type TestStudio = {
  url: string;
  /** What the gateway must be started with to know it. */
  settings: Record<string, string>;
  /** Makes this the latest supergraph. */
  launch: (supergraphSdl: string) => void;
  /** How often the uplink was asked. */
  polls: () => number;
  /** The uplink answers with this HTTP status from now on; null: as it should. */
  break: (status: number | null) => void;
  reports: Report[];
  /** The headers with which each report came. */
  reportHeaders: Record<string, unknown>[];
  stop: () => Promise<void>;
};

const key = 'service:cartograph:secret-key';
const graphRef = 'cartograph@test';

/** The uplink's side: which supergraph is the latest, and who may have it. */
const createUplink = (supergraphSdl: string) => {
  const state = { id: 1, supergraphSdl, polls: 0, brokenBy: null as number | null };
  const routerConfig = ({ ref, apiKey, ifAfterId }: Asked) => {
    state.polls += 1;
    if (apiKey !== key)
      return { __typename: 'FetchError', code: 'AUTHENTICATION_FAILED', message: 'The API key is not valid.' };
    if (ref !== graphRef) return { __typename: 'FetchError', code: 'UNKNOWN_REF', message: 'There is no such graph.' };
    const known = { id: String(state.id), minDelaySeconds: 0.05 };
    if (ifAfterId === known.id) return { __typename: 'Unchanged', ...known };
    return { __typename: 'RouterConfigResult', ...known, supergraphSDL: state.supergraphSdl };
  };
  const answer = (query: string, variableValues: Record<string, unknown>) =>
    graphql({ schema: uplinkSchema, source: query, variableValues, rootValue: { routerConfig } });
  return { state, answer };
};

/** A local server that speaks the Uplink protocol and takes in usage reports as Studio does: gzip around protobuf. */
export const startTestStudio = async (supergraphSdl: string): Promise<TestStudio> => {
  const app = fastify({ forceCloseConnections: true });
  const reports: Report[] = [];
  const reportHeaders: Record<string, unknown>[] = [];
  const { state, answer } = createUplink(supergraphSdl);
  app.post<{ Body: { query: string; variables: Record<string, unknown> } }>('/uplink', async ({ body }, reply) =>
    state.brokenBy === null ? answer(body.query, body.variables) : reply.code(state.brokenBy).send('broken'),
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post<{ Body: Buffer }>('/api/ingress/traces', async (request, reply) => {
    if (request.headers['x-api-key'] !== key) return reply.code(403).send('no');
    reportHeaders.push(request.headers);
    reports.push(Report.decode(gunzipSync(request.body)));
    return { tracesIgnored: false };
  });

  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    settings: {
      APOLLO_KEY: key,
      APOLLO_GRAPH_REF: graphRef,
      UPLINK_ENDPOINTS: JSON.stringify([`${url}/uplink`]),
      STUDIO_REPORTING_ENDPOINT: url,
    },
    launch: (sdl) => {
      state.id += 1;
      state.supergraphSdl = sdl;
    },
    polls: () => state.polls,
    break: (status) => {
      state.brokenBy = status;
    },
    reports,
    reportHeaders,
    stop: () => app.close(),
  };
};
