import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { GraphMessage, PlanMessage, PlannerStart } from './worker-messages.ts';

export type LoadedGraph = Extract<GraphMessage, { kind: 'loaded' }>;

/** Plans operations of one supergraph in a thread of its own: an operation that takes long to plan holds up no other. */
export type Planner = {
  readonly graph: LoadedGraph;
  /** Rejects with a GraphQLError for what cannot be planned, also when it would take too long. */
  readonly plan: (query: string, operationName: string | undefined) => Promise<QueryPlan>;
  readonly close: () => Promise<void>;
};

export type PlannerLimits = { readonly planTimeoutMs: number };

/** Starts the thread and loads the supergraph there. Rejects with the reason when it does not load. */
export const startPlanner = async (supergraphSdl: string, limits: PlannerLimits): Promise<Planner> => {
  let thread = await startThread(supergraphSdl, limits);
  let restarting: Promise<PlannerThread> | undefined;
  let isClosed = false;
  const living = async (): Promise<PlannerThread> => {
    if (!thread.isDead() || isClosed) return thread;
    restarting ??= startThread(supergraphSdl, limits).finally(() => {
      restarting = undefined;
    });
    thread = await restarting;
    return thread;
  };
  return {
    graph: thread.graph,
    plan: async (query, operationName) => (await living()).plan(query, operationName),
    close: async () => {
      isClosed = true;
      await thread.end();
    },
  };
};

type PlannerThread = Pick<Planner, 'graph' | 'plan'> & { isDead: () => boolean; end: () => Promise<void> };

type Waiting = { resolve: (plan: QueryPlan) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

const startThread = async (supergraphSdl: string, { planTimeoutMs }: PlannerLimits): Promise<PlannerThread> => {
  const start: PlannerStart = { supergraphSdl };
  const worker = new Worker(new URL('./planner-thread.ts', import.meta.url), { workerData: start });
  worker.unref();
  const graph = await firstMessage(worker);
  const waiting = new Map<number, Waiting>();
  let isDead = false;
  let lastId = 0;
  const die = (reason: Error) => {
    isDead = true;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    waiting.clear();
    void worker.terminate();
  };
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the planner has ended')));
  worker.on('message', (message: PlanMessage) => answer(waiting, message));
  return {
    graph,
    isDead: () => isDead,
    plan: (query, operationName) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const timer = setTimeout(() => die(tooComplex()), planTimeoutMs);
        waiting.set(lastId, { resolve, reject, timer });
        worker.postMessage({ id: lastId, query, operationName });
      }),
    end: async () => {
      die(new Error('the planner is closed'));
      await worker.terminate();
    },
  };
};

const firstMessage = (worker: Worker): Promise<LoadedGraph> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: GraphMessage) => {
      worker.off('error', reject);
      if (message.kind === 'loaded') resolve(message);
      else {
        void worker.terminate();
        reject(new Error(message.message));
      }
    });
  });

const answer = (waiting: Map<number, Waiting>, message: PlanMessage): void => {
  const asked = waiting.get(message.id);
  if (!asked) return;
  waiting.delete(message.id);
  clearTimeout(asked.timer);
  if (message.kind === 'planned') asked.resolve(message.plan);
  else {
    const extensions = message.code === undefined ? {} : { code: message.code };
    asked.reject(new GraphQLError(message.message, { extensions }));
  }
};

const tooComplex = (): GraphQLError =>
  new GraphQLError('This operation takes too long to plan: ask for less at once.', {
    extensions: { code: 'BAD_REQUEST' },
  });
