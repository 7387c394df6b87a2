import type { RunningPostgres } from '@cartograph/local-cloud';
import { type PartSpec, type RunningPart, spawnPart, untilReady } from './part.ts';
import { gatewayUrl, type StackFacts } from './stack-plan.ts';

/** A running stack: its parts by name (`postgres` among them), each of which can be killed and started again. */
export type Stack = {
  readonly facts: StackFacts;
  readonly url: string;
  pids: () => Record<string, number>;
  /** Sends a signal to one part and waits until it has ended. */
  kill: (name: string, signal?: NodeJS.Signals) => Promise<void>;
  /** Starts a part that has ended, with the environment it had, and waits until it is ready. */
  restart: (name: string) => Promise<void>;
  /** Settles with the name and last words of a part that ended without having been told to. */
  readonly broken: Promise<{ name: string; lastWords: string }>;
  /** Stops what runs: the gateway first, then who it calls, the databases last. May be called again. */
  stop: () => Promise<void>;
};

export type StackInProgress = Omit<Stack, 'facts' | 'url'> & {
  addPart: (spec: PartSpec, part: RunningPart) => RunningPart;
  addPostgres: (launch: () => Promise<RunningPostgres>) => Promise<RunningPostgres>;
  complete: (facts: StackFacts) => Stack;
};

/** Whoever calls stops before whoever is called. */
const stopOrder = (name: string): number => {
  const rank = [/^gateway$/, /^(product|order|user|payment)/, /^sandbox-provider$/, /^local-cloud$/];
  const found = rank.findIndex((pattern) => pattern.test(name));
  return found === -1 ? rank.length : found;
};

/** Keeps the parts of a stack that is starting or runs. */
export const createStack = (): StackInProgress => {
  const specs = new Map<string, PartSpec>();
  const parts = new Map<string, RunningPart>();
  const expected = new Set<string>();
  let database: { launch: () => Promise<RunningPostgres>; server: RunningPostgres } | undefined;
  let reportBroken: (report: { name: string; lastWords: string }) => void = () => undefined;
  const broken = new Promise<{ name: string; lastWords: string }>((resolve) => {
    reportBroken = resolve;
  });

  const watch = (part: RunningPart): RunningPart => {
    parts.set(part.name, part);
    void part.ended.then(() => {
      if (!expected.has(part.name)) reportBroken({ name: part.name, lastWords: part.lastWords() });
    });
    return part;
  };
  const watchPostgres = (server: RunningPostgres) => {
    void server.ended.then(() => {
      if (!expected.has('postgres')) reportBroken({ name: 'postgres', lastWords: '' });
    });
    return server;
  };

  const stack: Omit<StackInProgress, 'complete'> = {
    broken,
    pids: () => ({
      ...Object.fromEntries([...parts].map(([name, part]) => [name, part.pid])),
      ...(database && { postgres: database.server.pid }),
    }),
    addPart: (spec, part) => {
      specs.set(spec.name, spec);
      return watch(part);
    },
    addPostgres: async (launch) => {
      const server = watchPostgres(await launch());
      database = { launch, server };
      return server;
    },
    kill: async (name, signal = 'SIGKILL') => {
      expected.add(name);
      if (name === 'postgres' && database) {
        process.kill(database.server.pid, signal);
        await database.server.ended;
        return;
      }
      const part = parts.get(name);
      if (!part) throw new Error(`no part is called ${name}; there are ${[...parts.keys()].join(', ')}`);
      part.kill(signal);
      await part.ended;
    },
    restart: async (name) => {
      if (name === 'postgres' && database) {
        database.server = watchPostgres(await database.launch());
        expected.delete(name);
        return;
      }
      const spec = specs.get(name);
      if (!spec) throw new Error(`no part is called ${name}`);
      const part = watch(spawnPart(spec));
      expected.delete(name);
      await untilReady(spec, part);
    },
    stop: async () => {
      for (const name of parts.keys()) expected.add(name);
      expected.add('postgres');
      for (const rank of [0, 1, 2, 3, 4]) {
        await Promise.all([...parts.values()].filter((part) => stopOrder(part.name) === rank).map((part) => part.stop()));
      }
      await database?.server.stop();
    },
  };
  return { ...stack, complete: (facts) => ({ ...stack, facts, url: gatewayUrl(facts) }) };
};
