import type { Server } from 'node:http';
import type { Logger } from '@cartograph/telemetry';
import fastify, { type FastifyInstance } from 'fastify';
import { forbidCaching } from './answer-caching.ts';
import { openCache } from './cache/open-cache.ts';
import type { GatewayConfig } from './config.ts';
import { createApollo } from './create-apollo.ts';
import { allowOrigins } from './cross-origin.ts';
import { createDrain } from './drain.ts';
import { answerEdgeErrors } from './edge-errors.ts';
import { openEdgeRequests } from './edge-request.ts';
import { serveExplorer } from './explorer.ts';
import { serveGraph } from './graph-route.ts';
import { serveHealth } from './health.ts';
import { guardGraph } from './limits/graph-door.ts';
import { limitRequests } from './limits/limit-requests.ts';
import { limitsOf } from './limits/limit-settings.ts';
import { openRateLimits } from './limits/rate-limits.ts';
import { closeIdleConnections, refuseUnfinished } from './limits/unfinished-requests.ts';
import { serveMedia } from './media-proxy.ts';
import { logOperations } from './operation-log.ts';
import { openOperations } from './operations/open-operations.ts';
import { refuseOverload, serverBehind } from './overload/overload-door.ts';
import { type OverloadGate, openOverloadGate } from './overload/overload-gate.ts';
import { serveCatalogue } from './rest/catalogue-routes.ts';
import { resilienceOf } from './subgraphs/resilience-settings.ts';
import { createSubgraphDirectory } from './subgraphs/subgraph-directory.ts';
import { measureRequests } from './telemetry/measure-requests.ts';
import { createGuestRevocations } from './viewer/guest-revocations.ts';
import { createViewerIdentification } from './viewer/identify-viewer.ts';
import { identityOfRequest } from './viewer/identity-of-request.ts';

export type Gateway = {
  /** The HTTP server, ready to listen. */
  readonly app: FastifyInstance;
  /** Answers what is in flight within the configured limit, refuses what is new meanwhile, and closes everything. */
  readonly stop: () => Promise<void>;
};

/** Builds the gateway with its graph loaded. Rejects when the supergraph does not load; listening is the caller's. */
export const createGateway = async ({
  config,
  logger,
}: {
  config: GatewayConfig;
  logger: Logger;
}): Promise<Gateway> => {
  const subgraphs = createSubgraphDirectory(config, logger);
  const operations = await openOperations(config, logger);
  const { stop: stopCache, ...kept } = await openCache(config, logger);
  const apollo = createApollo({ config, logger, subgraphs, operations, ...kept });
  await apollo.start();
  const limits = limitsOf(config);
  const gate = openOverloadGate({ most: limits.concurrency, logger });
  const app = openServer(config, { limits, gate });

  // Before anything that refuses: a page must be able to read why it was refused.
  await allowOrigins(app, config);
  refuseOverload(app, gate);
  closeIdleConnections(app.server);
  openEdgeRequests(app, config);
  measureRequests(app);
  forbidCaching(app);
  logOperations(app, logger);
  answerEdgeErrors(app, { logger, limits });
  const { isDraining, drain } = createDrain(app);
  const revocations = createGuestRevocations({ config, ask: subgraphs.askAlone('order'), logger });
  const identityOf = identityOfRequest(createViewerIdentification(config, revocations));
  const rates = await openRateLimits(config, logger);
  limitRequests(app, { limits, identityOf, rates });
  guardGraph(app, limits);
  serveHealth(app, { subgraphs, isDraining });
  serveGraph(app, { apollo, limits, identityOf, admit: operations.admit });
  await serveCatalogue(app, { apollo, limits });
  if (config.MEDIA_ORIGIN) serveMedia(app, { origin: config.MEDIA_ORIGIN, limits: resilienceOf(config, 'media') });
  if (config.NODE_ENV !== 'production') serveExplorer(app);

  const stop = async () => {
    const isEmpty = await drain({ noticeMs: config.DRAIN_NOTICE_MS, limitMs: config.DRAIN_LIMIT_MS });
    if (!isEmpty) {
      logger.warn('requests were still in flight at the limit: they are cut off');
      app.server.closeAllConnections();
    }
    await app.close();
    await apollo.stop();
    await operations.stop();
    await stopCache();
    rates.stop();
    await subgraphs.close();
  };
  return { app, stop };
};

type Serving = { limits: ReturnType<typeof limitsOf>; gate: OverloadGate };

const openServer = (config: GatewayConfig, { limits, gate }: Serving): FastifyInstance =>
  fastify<Server>({
    serverFactory: serverBehind({ gate, limits }),
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseUnfinished,
    // The hop 0 is who is connected to us.
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXY_HOPS,
  });
