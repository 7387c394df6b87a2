import type { FastifyInstance } from 'fastify';
import type { SubgraphDirectory } from './subgraphs/subgraph-directory.ts';

/** So that a load balancer's questions are not multiplied by the number of subgraphs. */
const rememberMs = 1_000;

/** `/health`: the process lives. `/ready`: the graph is loaded and every subgraph answers; 503 while it is not so. */
export const serveHealth = (
  app: FastifyInstance,
  { subgraphs, isDraining }: { subgraphs: SubgraphDirectory; isDraining: () => boolean },
): void => {
  let last: { atMs: number; states: Promise<Record<string, 'up' | 'down'>> } | undefined;
  const states = () => {
    if (!last || performance.now() - last.atMs > rememberMs)
      last = { atMs: performance.now(), states: askAll(subgraphs) };
    return last.states;
  };
  app.get('/health', async () => ({ status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    const found = await states();
    const isReady = Object.values(found).every((state) => state === 'up');
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', subgraphs: found });
  });
};

const askAll = async (subgraphs: SubgraphDirectory): Promise<Record<string, 'up' | 'down'>> => {
  const states = subgraphs.names.map(
    async (name) => [name, (await subgraphs.isReachable(name)) ? 'up' : 'down'] as const,
  );
  return Object.fromEntries(await Promise.all(states));
};
