import type { ChildProcess } from 'node:child_process';
import autocannon from 'autocannon';
import { askChild, hear, startChild } from './child.ts';
import type { EngineName } from './engines.ts';
import { heavyQuery, variableSets } from './heavy-graph.ts';

export type Figures = {
  engine: EngineName;
  shape: string;
  perSecond: number;
  cpuMsPerRequest: number;
  p50Ms: number;
  p99Ms: number;
  subgraphCalls: number;
  rssMiB: number;
};

export type Measuring = {
  urls: object;
  supergraphPath: string;
  subgraphs: ChildProcess;
  seconds: number;
  connections: number;
  nodeOptions: readonly string[];
};

/** How many sets of variables are in rotation. */
const shapes = { identical: 1, varied: 200 };
const warmUpSeconds = 3;

/** One engine under both kinds of traffic, in a fresh process. */
export const measureEngine = async (engine: EngineName, measuring: Measuring): Promise<Figures[]> => {
  const { supergraphPath, urls, nodeOptions } = measuring;
  const gateway = startChild('./gateway-process.ts', [engine, supergraphPath, JSON.stringify(urls)], nodeOptions);
  const { url } = await hear<{ url: string }>(gateway);
  const figures: Figures[] = [];
  for (const [shape, sets] of Object.entries(shapes)) {
    await load(url, sets, { ...measuring, seconds: warmUpSeconds });
    figures.push({ engine, shape, ...(await measureShape(gateway, { url, sets }, measuring)) });
  }
  gateway.disconnect();
  return figures;
};

const measureShape = async (
  gateway: ChildProcess,
  { url, sets }: { url: string; sets: number },
  measuring: Measuring,
) => {
  await askChild(measuring.subgraphs);
  const before = await askChild<{ cpuMs: number }>(gateway);
  const result = await load(url, sets, measuring);
  const after = await askChild<{ cpuMs: number; rssBytes: number }>(gateway);
  const { requests } = await askChild<{ requests: number }>(measuring.subgraphs);
  const answered = result['2xx'];
  if (result.non2xx > 0 || answered === 0) throw new Error(`${result.non2xx} of the requests failed`);
  return {
    perSecond: answered / result.duration,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / answered,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    subgraphCalls: requests / answered,
    rssMiB: after.rssBytes / 2 ** 20,
  };
};

type Loading = Pick<Measuring, 'seconds' | 'connections'>;

/** Every request takes the next set, whichever connection sends it: no two that are under way ask for the same. */
const load = async (url: string, sets: number, { seconds, connections }: Loading): Promise<autocannon.Result> => {
  const bodies = variableSets(sets).map((variables) => JSON.stringify({ query: heavyQuery, variables }));
  let turn = 0;
  const next = () => {
    turn += 1;
    return bodies[turn % bodies.length] ?? '';
  };
  return autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: next() }),
      },
    ],
  });
};
