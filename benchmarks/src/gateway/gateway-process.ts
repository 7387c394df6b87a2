import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { answerForParent } from './answer-for-parent.ts';
import { loadAsPublished } from './as-published.ts';
import { createGateway, isEngine, isStock } from './engines.ts';

/** One gateway behind Apollo Server and fastify, by the engine it is told: all are measured behind the same front. */
const start = async (): Promise<void> => {
  const [, , engine = '', supergraphPath = '', urls = '{}', peers = ''] = process.argv;
  if (!isEngine(engine)) throw new Error(`unknown engine ${engine}`);
  if (isStock(engine)) loadAsPublished(peers);
  const { ApolloServer } = await import('@apollo/server');
  const { fastifyApolloHandler } = await import('@as-integrations/fastify');
  const { gateway, stringifyResult } = await createGateway(engine, {
    supergraphSdl: readFileSync(supergraphPath, 'utf8'),
    urls: JSON.parse(urls) as Record<string, string>,
  });
  const apollo = new ApolloServer({
    gateway,
    ...(stringifyResult && { stringifyResult }),
    stopOnTerminationSignals: false,
    csrfPrevention: false,
  });
  await apollo.start();
  const app = fastify();
  app.post('/graphql', fastifyApolloHandler(apollo, { context: async (request) => ({ request }) }));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  answerForParent({ url: `${url}/graphql` });
};

await start();
