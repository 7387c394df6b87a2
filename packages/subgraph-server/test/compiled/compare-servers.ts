import { ApolloServer } from '@apollo/server';
import { type Engine, executionOf } from '../../src/execution/compiled-execution.ts';
import { inhabitedSchema } from './compare-engines.ts';
import { randomFrom } from './random.ts';
import { type Operation, randomOperation } from './random-operation.ts';
import type { World } from './world.ts';

/** What a gateway gets of an operation: the answer, and how long it may be kept. */
export type Sent = { readonly body: string; readonly cacheControl: string | undefined };

const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: silent, error: silent };

const sender = (server: ApolloServer<World>) => async (operation: Operation, world: World) => {
  const { body, http } = await server.executeOperation(operation, { contextValue: world });
  return { body: JSON.stringify(body), cacheControl: http.headers.get('cache-control') };
};

/** Two Apollo Servers over the same graph: with our execution behind its seam, and as it comes. */
export const twoServers = () => {
  const schema = inhabitedSchema();
  const serverBy = (engine: Engine) => {
    const { source, cacheControl } = executionOf(inhabitedSchema(), engine);
    return new ApolloServer<World>({ logger, ...source, plugins: [cacheControl] });
  };
  const [ours, theirs] = [serverBy('compiled'), serverBy('graphql-js')];
  return {
    ask: async (name: string): Promise<{ operation: Operation; ours: Sent; theirs: Sent }> => {
      const operation = randomOperation(schema, randomFrom(name), 1);
      const world = () => ({ seed: name, trouble: 0, lateness: 0.1, told: [] });
      const [a, b] = [await sender(ours)(operation, world()), await sender(theirs)(operation, world())];
      return { operation, ours: a, theirs: b };
    },
    stop: async () => {
      await ours.stop();
      await theirs.stop();
    },
  };
};
