import type { CacheLookup, CacheQuestion, FetchCache } from '../fetch-cache.ts';
import type { Execution, SentFetch } from './execution.ts';
import { takeIn } from './receive.ts';
import { variablesText } from './write-request.ts';

/** Sends fetches past the cache. */
type Send = (execution: Execution, fetches: readonly SentFetch[]) => void;

/**
 * Takes from the cache what it knows, waits for what somebody else is fetching, and sends together what is left. Nothing
 * waits for a slower part than it needs, except that all that is left of a wave leaves at once.
 */
export const sendCached = (execution: Execution, fetches: readonly SentFetch[], send: Send): void => {
  const { cache } = execution;
  if (!cache) {
    send(execution, fetches);
    return;
  }
  const lookups = fetches.map((fetch) => lookUp(cache, execution, fetch));
  const split = (found: readonly (CacheLookup | null)[]) => {
    send(
      execution,
      fetches.flatMap((fetch, index) => {
        const lookup = found[index];
        return lookup ? takeKnown(execution, { fetch, lookup, send }) : [fetch];
      }),
    );
  };
  if (lookups.some((lookup) => lookup instanceof Promise))
    void Promise.all(lookups.map((lookup) => Promise.resolve(lookup))).then(split);
  else split(lookups as (CacheLookup | null)[]);
};

const lookUp = (cache: FetchCache, execution: Execution, { step, targets }: SentFetch) => {
  const question: CacheQuestion = {
    subgraph: step.subgraph,
    query: step.query,
    variables: variablesText(execution, step.variables),
    representations: step.represent ? targets.representations : null,
  };
  return cache.lookUp(question);
};

type Found = { fetch: SentFetch; lookup: CacheLookup; send: Send };

/** Returns what is left of the fetch: one for all that is missing, or nothing. */
const takeKnown = (execution: Execution, found: Found): SentFetch[] => {
  const { fetch, lookup } = found;
  const { known, underWay, missing, refresh } = lookup;
  if (refresh.length > 0) refreshBehind(execution, found);
  const done = afterAll(Number(underWay.length > 0) + Number(missing.length > 0) + 1, fetch.done);
  if (underWay.length > 0) void takeWhenThere(execution, found, done);
  const left = missing.length === 0 ? [] : [{ ...narrow(fetch, missing), done, settle: settlerOf(lookup, missing) }];
  take(execution, fetch, known);
  done();
  return left;
};

const takeWhenThere = async (execution: Execution, { fetch, lookup, send }: Found, done: () => void): Promise<void> => {
  const came = await Promise.all(lookup.underWay.map(async ({ index, text }) => ({ index, text: await text })));
  take(
    execution,
    fetch,
    came.flatMap(({ index, text }) => (text === null ? [] : [{ index, text }])),
  );
  const lost = came.filter(({ text }) => text === null).map(({ index }) => index);
  if (lost.length === 0) done();
  else send(execution, [{ ...narrow(fetch, lost), done }]);
};

/** What it brings goes into the cache alone: the run it began in may long be over, and must not hear of its failure. */
const refreshBehind = (execution: Execution, { fetch, lookup, send }: Found): void => {
  const { representations } = narrow(fetch, lookup.refresh).targets;
  const targets = { representations, objects: lookup.refresh.map(() => []) };
  const aside: Execution = { ...execution, data: {}, errors: [], failures: [], shared: new Set(), waiting: [] };
  send(aside, [{ step: fetch.step, targets, done: () => undefined, settle: settlerOf(lookup, lookup.refresh) }]);
};

const settlerOf =
  (lookup: CacheLookup, indices: readonly number[]): NonNullable<SentFetch['settle']> =>
  (came) =>
    lookup.settle(indices, came);

/** Read anew for each run: execution writes into what it takes. */
const take = (execution: Execution, fetch: SentFetch, known: CacheLookup['known']): void => {
  if (known.length === 0) return;
  const values = known.map(({ text }) => JSON.parse(text) as unknown);
  const part = narrow(
    fetch,
    known.map(({ index }) => index),
  );
  takeIn(execution, part, fetch.step.represent ? values : values[0]);
};

const narrow = (fetch: SentFetch, indices: readonly number[]): SentFetch => {
  const { representations, objects } = fetch.targets;
  const targets = {
    representations: fetch.step.represent ? indices.map((index) => representations[index] ?? '') : [],
    objects: indices.map((index) => objects[index] ?? []),
  };
  return { ...fetch, targets };
};

const afterAll = (count: number, done: () => void): (() => void) => {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) done();
  };
};
