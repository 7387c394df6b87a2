import { Worker } from 'node:worker_threads';
import { percentile } from '../percentile.ts';
import { createLeanClient, type LeanClient, postOf } from './lean-client.ts';
import type { Beats } from './metronome.ts';

type Paced = {
  readonly url: string;
  readonly bodies: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  /** How often that is measured, one after the other. */
  readonly windows: number;
};

/** So many are open before it begins: opening one takes as long as several answers. */
const connections = 64;
/** Until what is new to the gateway is new no more: its connections above all. */
const settleSeconds = 0.5;
const leastRequests = 20;

/**
 * Requests at an even pace, whether those before are answered or not, as they come from many clients who know nothing of
 * one another. What a request waits for being sent late counts. Of several windows the median of each percentile: a machine
 * that halts for a moment, as shared ones do, halts one of them. Throws for any answer but a good one.
 */
export const pacedLoad = async ({ url, bodies, perSecond, seconds, windows }: Paced) => {
  const client = await createLeanClient(url, connections);
  const pace = { client, requests: bodies.map((body) => postOf(url, body)), perSecond };
  await latenciesOf({ ...pace, seconds: settleSeconds });
  const found: { p50Ms: number; p99Ms: number }[] = [];
  while (found.length < windows) {
    const latencies = await latenciesOf({ ...pace, seconds });
    found.push({ p50Ms: percentile(latencies, 50), p99Ms: percentile(latencies, 99) });
  }
  client.close();
  const median = (name: 'p50Ms' | 'p99Ms') =>
    Math.round(
      percentile(
        found.map((each) => each[name]),
        50,
      ) * 10,
    ) / 10;
  return { perSecond, p50Ms: median('p50Ms'), p99Ms: median('p99Ms') };
};

type Pace = {
  readonly client: LeanClient;
  readonly requests: readonly Buffer[];
  readonly perSecond: number;
  readonly seconds: number;
};

const latenciesOf = async ({ client, requests, perSecond, seconds }: Pace): Promise<number[]> => {
  const count = Math.max(leastRequests, Math.round(perSecond * seconds));
  const latencies: number[] = [];
  const all = Promise.withResolvers<void>();
  const workerData: Beats = { perSecond, count };
  const metronome = new Worker(new URL('metronome.ts', import.meta.url), { workerData });
  let turn = 0;
  metronome.on('error', all.reject);
  metronome.on('message', (dueMs: number) => {
    client.ask(requests[turn % requests.length] ?? Buffer.alloc(0), (status) => {
      if (status !== 200) all.reject(new Error(`${status} under ${perSecond} requests a second`));
      latencies.push(performance.timeOrigin + performance.now() - dueMs);
      if (latencies.length === count) all.resolve();
    });
    turn += 1;
  });
  await all.promise;
  await metronome.terminate();
  return latencies;
};
