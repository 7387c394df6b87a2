import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Intercept, Supergraph, TapRequest } from '@cartograph/testing';
import type { Random } from '../../support/random.ts';
import type { Fault } from './fault.ts';

type Mood = 'fine' | 'throttles' | 'fails partly' | 'is away';

/** The edges on which the bus is put into its moods. */
export const busEdges: readonly string[] = ['order', 'product', 'payment'].map((name) => `${name}>event-bridge`);

const json = { 'content-type': 'application/x-amz-json-1.1' };

/** Faults of the bus, as each subgraph sees them on the wire: throttling, partial failure, no answer at all. */
export const busFaults = (supergraph: Supergraph, random: Random, lastsMs: number): Fault[] => {
  let mood: Mood = 'fine';
  for (const edge of busEdges) {
    supergraph.tap(edge).intercept = async (request, forward) => {
      if (mood === 'is away') return null;
      if (mood === 'throttles' && random.next() < 0.7) return throttled();
      if (mood === 'fails partly') return partly(random)(request, forward);
      return forward();
    };
  }
  const moods: readonly Mood[] = ['throttles', 'fails partly', 'is away'];
  return moods.map((name) => ({
    name: `the bus ${name}`,
    strike: async () => {
      mood = name;
      await delay(lastsMs);
      mood = 'fine';
    },
  }));
};

const throttled = () => ({
  status: 400,
  headers: json,
  body: Buffer.from(JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' })),
});

/** Refuses some entries, which the bus then never sees, and takes the others. */
const partly =
  (random: Random): Intercept =>
  async (request, forward) => {
    const { Entries } = JSON.parse(request.body.toString()) as { Entries: object[] };
    const refused = Entries.map(() => random.next() < 0.5);
    const taken = await forwardOnly(
      request,
      forward,
      Entries.filter((_, at) => !refused[at]),
    );
    if (taken === null) return null;
    const results = refused.map((isRefused) =>
      isRefused ? { ErrorCode: 'InternalFailure', ErrorMessage: randomUUID() } : taken.shift(),
    );
    const body = { FailedEntryCount: refused.filter(Boolean).length, Entries: results };
    return { status: 200, headers: json, body: Buffer.from(JSON.stringify(body)) };
  };

const forwardOnly = async (
  request: TapRequest,
  forward: Parameters<Intercept>[1],
  entries: readonly object[],
): Promise<object[] | null> => {
  if (entries.length === 0) return [];
  request.body = Buffer.from(JSON.stringify({ Entries: entries }));
  const answer = await forward();
  if (answer.status !== 200) return null;
  return (JSON.parse(answer.body.toString()) as { Entries: object[] }).Entries;
};
