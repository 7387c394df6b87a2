import type { ChildProcess } from 'node:child_process';
import { hear } from '@cartograph/testing';
import autocannon from 'autocannon';
import { askChild, startChild } from './child.ts';
import type { EngineName } from './engines.ts';
import { heavyQuery, variableSets } from './heavy-graph.ts';
import { pacedLoad } from './paced-load.ts';
import { isPeer, type PeerName } from './peers/peer-names.ts';

export type AtPart = { part: number; perSecond: number; p50Ms: number; p99Ms: number };

export type Figures = {
  engine: EngineName | PeerName;
  shape: Shape;
  perSecond: number;
  cpuMsPerRequest: number;
  p50Ms: number;
  p99Ms: number;
  subgraphCalls: number;
  rssMiB: number;
  /** At parts of what it can do: what a client sees of a gateway that is not at its end. Empty where that was not asked for. */
  curve: readonly AtPart[];
};

export type Measuring = {
  urls: object;
  supergraphPath: string;
  subgraphs: ChildProcess;
  shapes: readonly Shape[];
  /** Without latencies by load. */
  isBrief: boolean;
  seconds: number;
  connections: number;
  nodeOptions: readonly string[];
  /** Where the peers are installed, and what we patch; empty where none of them is measured. */
  peers: string;
};

/** How many sets of variables are in rotation. */
const shapes = { identical: 1, varied: 200 } as const;
export type Shape = keyof typeof shapes;
export const shapeNames = ['identical', 'varied'] as const satisfies readonly Shape[];
/** Parts of what it can do; of the half there is an aim, and it is measured more often. */
const loads = [
  { part: 0.1, windows: 1 },
  { part: 0.25, windows: 1 },
  { part: 0.5, windows: 5 },
  { part: 0.75, windows: 1 },
];
const warmUpSeconds = 3;
const partSeconds = 2;

/** One engine under both kinds of traffic, in a fresh process. */
export const measureEngine = async (engine: EngineName | PeerName, measuring: Measuring): Promise<Figures[]> => {
  const gateway = startEngine(engine, measuring);
  const { url } = await hear<{ url: string }>(gateway);
  const figures: Figures[] = [];
  for (const shape of measuring.shapes) {
    const sets = shapes[shape];
    await load(url, sets, { ...measuring, seconds: warmUpSeconds });
    figures.push({ engine, shape, ...(await measureShape(gateway, { url, sets }, measuring)) });
  }
  gateway.disconnect();
  return figures;
};

export const startEngine = (engine: EngineName | PeerName, measuring: Measuring): ChildProcess => {
  const { supergraphPath, urls, nodeOptions, peers } = measuring;
  const rest = [supergraphPath, JSON.stringify(urls)];
  return isPeer(engine)
    ? startChild('./peers/peer-process.ts', [engine, peers, ...rest], nodeOptions)
    : startChild('./gateway-process.ts', [engine, ...rest, peers], nodeOptions);
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
  const best = answered / result.duration;
  if (result.non2xx > 0 || answered === 0) throw new Error(`${result.non2xx} of the requests failed`);
  return {
    curve: measuring.isBrief ? [] : await latenciesByLoad(url, bodiesOf(sets), best),
    perSecond: best,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / answered,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    subgraphCalls: requests / answered,
    rssMiB: after.rssBytes / 2 ** 20,
  };
};

const latenciesByLoad = async (url: string, bodies: readonly string[], best: number): Promise<AtPart[]> => {
  const curve = [];
  for (const { part, windows } of loads) {
    const paced = { url, bodies, perSecond: best * part, seconds: partSeconds, windows };
    curve.push({ part, ...(await pacedLoad(paced)) });
  }
  return curve;
};

type Loading = Pick<Measuring, 'seconds' | 'connections'>;

const bodiesOf = (sets: number): string[] =>
  variableSets(sets).map((variables) => JSON.stringify({ query: heavyQuery, variables }));

/** Every request takes the next set, whichever connection sends it: no two that are under way ask for the same. */
const load = async (url: string, sets: number, { seconds, connections }: Loading): Promise<autocannon.Result> => {
  const bodies = bodiesOf(sets);
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
