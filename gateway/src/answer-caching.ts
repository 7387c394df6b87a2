import type { ApolloServerPlugin } from '@apollo/server';
import { guestTokenHeader, isSomebody } from '@cartograph/viewer';
import type { FastifyInstance } from 'fastify';
import { readCacheControl } from './cache/cache-control.ts';
import { tagAnswers } from './entity-tag.ts';
import type { GatewayContext } from './gateway-context.ts';
import { isOfGraph } from './graph-paths.ts';

const forbidden = 'no-store';

/** What an answer depends on besides its address: a cache must not give one viewer's to another. */
const dependsOn = ['authorization', guestTokenHeader, 'accept', 'origin'].join(', ');

/** Until somebody says otherwise, nothing of the graph may be kept, refusals included; what may be kept is tagged. */
export const forbidCaching = (app: FastifyInstance): void => {
  tagAnswers(app);
  app.addHook('onRequest', async (request, reply) => {
    if (isOfGraph(request)) void reply.header('cache-control', forbidden);
  });
};

/**
 * Lets browsers and CDNs keep the answer to a query that came by GET, when nobody in particular asked, nothing failed, and
 * every subgraph that was asked allows it: for the shortest time that one of them gives. Whoever is signed in or holds a
 * guest's token always gets a fresh answer, as theirs changes with what they do.
 */
export const answerCaching: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ request }) {
    return {
      async willSendResponse({ response, errors, contextValue: { edge, viewer } }) {
        const { body, http } = response;
        const isWhole = !errors?.length && body.kind === 'single' && !body.singleResult.errors?.length;
        const seconds =
          isWhole && request.http?.method === 'GET' && !isSomebody(viewer) ? shortest(edge.cacheControls) : 0;
        http.headers.set('cache-control', seconds > 0 ? `public, max-age=${seconds}` : forbidden);
        if (seconds > 0) http.headers.set('vary', dependsOn);
      },
    };
  },
};

/** In seconds; 0 when nobody was asked, or one of them does not allow it. */
const shortest = (cacheControls: readonly string[]): number =>
  cacheControls.length === 0 ? 0 : Math.min(...cacheControls.map(secondsIn));

const secondsIn = (cacheControl: string): number => {
  const allowance = readCacheControl(cacheControl);
  return allowance?.scope === 'public' ? allowance.freshMs / 1_000 : 0;
};
