import { unrecordedTraceparent } from '@cartograph/telemetry';
import {
  clientAddressHeader,
  clientAgentHeader,
  type Viewer,
  type ViewerSigner,
  viewerHeader,
} from '@cartograph/viewer';
import { correlationHeader, type EdgeRequest } from '../edge-request.ts';
import type { GatewayContext } from '../gateway-context.ts';

import { inFetchSpan } from '../telemetry/fetch-span.ts';

import type { Addresses } from './addresses.ts';

import { startDeadline } from './deadline.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';
import { subgraphUnavailable } from './subgraph-unavailable.ts';

export type SubgraphOperation = {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** Is the subgraph to time its resolvers and say so with its answer? */
  isTraced?: boolean;
};

/** By this header Apollo's gateway asks a subgraph for a trace (`ftv1`). */
export const traceHeader = 'apollo-federation-include-trace';

/**
 * Sends one operation to one subgraph in the name of the context's viewer. Throws SUBGRAPH_UNAVAILABLE as a GraphQLError
 * when there is no answer in time, and a plain error (a fault, to be masked) for an answer that cannot be used.
 */
export type AskSubgraph = (operation: SubgraphOperation, context: GatewayContext) => Promise<SubgraphAnswer>;

type Subgraph = { name: string; addresses: Addresses; signViewer: ViewerSigner; timeoutMs: number };

export const createAskSubgraph = (subgraph: Subgraph): AskSubgraph => {
  const reach = createReachSubgraph(subgraph);
  return async ({ isTraced = false, ...operation }, context) => {
    const isMutation = operation.query.startsWith('mutation');
    const signal = context.edge.unwanted;
    const reply = await reach({ body: JSON.stringify(operation), isMutation, isTraced }, { context, signal });
    return reply.read();
  };
};

/** The same for an operation that is JSON already, with the answer not yet read; `signal` tells that nobody waits for it. */
export type ReachSubgraph = (
  operation: { body: string; isMutation: boolean; isTraced?: boolean },
  asking: { context: GatewayContext; signal: AbortSignal },
) => Promise<{ read: () => SubgraphAnswer; cacheControl: string }>;

export const createReachSubgraph =
  (subgraph: Subgraph): ReachSubgraph =>
  async ({ isTraced, ...operation }, { context, signal }) => {
    const { fetches, cacheControls } = context.edge;
    fetches.set(subgraph.name, (fetches.get(subgraph.name) ?? 0) + 1);
    const answer = await inFetchSpan({ subgraph: subgraph.name, ...operation }, async (traceparent) => {
      const own = await headersFor(subgraph, context);
      const headers = { ...own, ...(traceparent && { traceparent }), ...(isTraced && { [traceHeader]: 'ftv1' }) };
      return send(subgraph, { ...operation, headers, unwanted: signal });
    });
    cacheControls.push(answer.cacheControl);
    return {
      cacheControl: answer.cacheControl,
      read: () => {
        try {
          return answer.read();
        } catch (cause) {
          throw new Error(`the answer of subgraph ${subgraph.name} cannot be used`, { cause });
        }
      },
    };
  };

/** Built from nothing: no header of the client's is passed on, whatever its name. */
const headersFor = async ({ name, signViewer }: Subgraph, context: GatewayContext) => ({
  'content-type': 'application/json',
  accept: 'application/json',
  [viewerHeader]: await signViewer(viewerFor(name, context), name),
  [correlationHeader]: context.edge.correlationId,
  traceparent: unrecordedTraceparent(context.edge.traceId),
  ...(name === clientAwareSubgraph && clientHeaders(context.edge)),
});

/** What is on sale is for everybody: it opens nothing by a guest token. */
const opensNothingToGuests = 'product';

/** Throws SUBGRAPH_UNAVAILABLE where a guest token could open something and nobody can say whether it is revoked. */
const viewerFor = (name: string, { viewer, areGrantsChecked }: GatewayContext): Viewer => {
  if (areGrantsChecked) return viewer;
  if (name === opensNothingToGuests) return { ...viewer, grants: [] };
  throw subgraphUnavailable(name, new Error('whether guest tokens are revoked cannot be found out'));
};

/** The only one that is told where a request came from: it throttles sign-ins and lists sessions. */
const clientAwareSubgraph = 'user';
const longestAgent = 512;

const clientHeaders = ({ origin: { address, userAgent } }: EdgeRequest): Record<string, string> => ({
  [clientAddressHeader]: address,
  ...(userAgent && { [clientAgentHeader]: userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, longestAgent) }),
});

type Sending = { body: string; isMutation: boolean; headers: Record<string, string>; unwanted: AbortSignal };

const send = async ({ name, addresses, timeoutMs }: Subgraph, { body, isMutation, headers, unwanted }: Sending) => {
  // A mutation that has begun runs to its end: half of it done and nobody there to see it is worse than wasted work.
  const deadline = startDeadline(timeoutMs, isMutation ? null : unwanted);
  try {
    const request = { path: '/graphql', method: 'POST' as const, headers, body, signal: deadline.signal };
    return await addresses.send(request, { isMutation });
  } catch (error) {
    throw subgraphUnavailable(name, error);
  } finally {
    deadline.clear();
  }
};
