import type { CacheLookup, CacheQuestion } from '@cartograph/execution';
import { readCacheControl } from './cache-control.ts';
import type { TellCache } from './cache-events.ts';
import { type Asked, dependenceOf } from './dependence.ts';
import type { FetchKind } from './fetch-kinds.ts';
import type { Flight, Flights } from './flights.ts';
import type { Kept, KeptAnswers } from './kept-answers.ts';
import { belongsTo, type Purge } from './purge.ts';
import type { PurgeLog } from './purge-log.ts';
import { askShared } from './shared/ask-shared.ts';
import type { SharedAnswers, Stamp } from './shared/shared-answers.ts';

/** Everything that is kept, and what goes on around it. */
export type CacheRoom = {
  readonly kept: KeptAnswers<string>;
  readonly flights: Flights;
  readonly purges: PurgeLog;
  readonly now: () => number;
  readonly tell: TellCache;
  /** What all gateways keep together; null where each keeps its own. */
  readonly shared: SharedAnswers | null;
};

/** One asker on one graph. */
export type Asking = {
  /** Tells the graph from every other: a new graph never reads what an old one kept. */
  readonly graph: string;
  /** Null for nobody in particular. */
  readonly viewer: string | null;
  /** True for whoever has just changed something: they are given nothing that was fetched before. */
  readonly wantsFresh: boolean;
  /** Is told for how many seconds what was given may be kept by others, or null for not at all. */
  readonly given: (secondsLeft: number | null) => void;
  /** Is told of each thing what was kept of it and is fresh, or null. */
  readonly uses: (part: Kept | null) => void;
};

type Thing = { asked: Asked; type: string; publicKey: string; privateKey: string | null };

type Found = Looked & { index: number; thing: Thing };
type Search = { kind: FetchKind; found: Found[]; flights: Map<number, Flight>; stamp: Stamp | null };

/** Looks up every thing of a fetch, and begins a flight for each that is missing. */
export const lookUpFetch = (
  room: CacheRoom,
  asking: Asking,
  { kind, question }: { kind: FetchKind; question: CacheQuestion },
): CacheLookup | Promise<CacheLookup> => {
  const things = thingsOf(asking, kind, question);
  const since = room.purges.number();
  const found = things.map((thing, index) => ({ index, thing, ...lookUpThing(room, asking, { kind, thing }) }));
  const search: Search = { kind, found, flights: new Map(), stamp: null };
  for (const { index, thing, status } of found) {
    if (status === 'missing' || status === 'stale') {
      search.flights.set(index, room.flights.begin(flightKey(kind, thing), since));
    }
  }
  if (!room.shared || search.flights.size === 0 || asking.wantsFresh || isPrivateAtBest(kind)) {
    return lookupOf(room, asking, search);
  }
  return searchShared(room, room.shared, { asking, search }).then(() => lookupOf(room, asking, search));
};

/** What other gateways have fetched need not be fetched again. Whoever asks meanwhile waits for the flights. */
const searchShared = async (
  room: CacheRoom,
  shared: SharedAnswers,
  { asking, search }: { asking: Asking; search: Search },
): Promise<void> => {
  const open = search.found.filter(({ index }) => search.flights.has(index));
  const keys = open.map(({ thing }) => thing.publicKey);
  const { kept, stamp } = await askShared(shared, keys, search.kind.lastAllowed() === 'public');
  search.stamp = stamp;
  for (const [at, one] of open.entries()) {
    const { flights } = search;
    const [there, flight] = [kept[at], flights.get(one.index)];
    if (!there || !flight || there.freshUntilMs <= room.now()) continue;
    // It was read before a purge that this gateway has heard of meanwhile.
    if (room.purges.hasTouched(flight.since, there.dependence)) continue;
    room.kept.set(one.thing.publicKey, there);
    room.tell('redis', one.thing.type);
    // What is old has been given away as such already, and told of.
    if (one.status === 'missing') tellGiven(room, asking, there);
    Object.assign(one, { status: 'known', text: there.content });
    flights.delete(one.index);
    flight.land(there.content);
  }
};

const lookupOf = (room: CacheRoom, asking: Asking, { kind, found, flights, stamp }: Search): CacheLookup => ({
  known: found.flatMap(({ index, text }) => (typeof text === 'string' ? [{ index, text }] : [])),
  underWay: found.flatMap(({ index, text }) => (text instanceof Promise ? [{ index, text }] : [])),
  missing: found.flatMap(({ index, status }) => (status === 'missing' ? [index] : [])),
  refresh: found.flatMap(({ index, status }) => (status === 'stale' ? [index] : [])),
  settle: (indices, came) => {
    const allowance = came && readCacheControl(came.cacheControl);
    if (came) kind.noteAllowed(allowance?.scope ?? 'none');
    for (const [at, index] of indices.entries()) {
      const thing = found[index]?.thing;
      const flight = flights.get(index);
      if (!thing || !flight) continue;
      // Told once is enough: whoever waits has been answered.
      flights.delete(index);
      const value = came?.values[at];
      flight.land(allowance ? keep(room, asking, { kind, thing, flight, value, allowance, stamp }) : null);
    }
  },
});

const thingsOf = ({ graph, viewer }: Asking, kind: FetchKind, question: CacheQuestion): Thing[] => {
  const variables = kind.variables.length === 0 ? '' : variablesKey(kind, question.variables);
  const of = (what: string, asked: Asked, type: string): Thing => {
    const publicKey = `${graph} ${question.subgraph} ${kind.hash} ${variables} ${what}`;
    return { asked, type, publicKey, privateKey: viewer === null ? null : `${publicKey} ${viewer}` };
  };
  if (!question.representations) return [of('', null, 'Query')];
  return question.representations.map((text) => {
    const { __typename: type, id } = JSON.parse(text) as Record<string, unknown>;
    const asked = { type: String(type), id: typeof id === 'string' ? id : undefined };
    return of(text, asked, asked.type);
  });
};

/** Not given is another thing than null, and a default is part of the query. */
const variablesKey = ({ variables }: FetchKind, text: string): string => {
  const given = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(variables.map((name) => (Object.hasOwn(given, name) ? [given[name]] : [])));
};

const isPrivateAtBest = (kind: FetchKind): boolean => kind.shape.isGuarded || kind.lastAllowed() === 'private';

const flightKey = (kind: FetchKind, { publicKey, privateKey }: Thing): string =>
  isPrivateAtBest(kind) && privateKey !== null ? privateKey : publicKey;

type Looking = { kind: FetchKind; thing: Thing };
type Looked = { status: 'known' | 'stale' | 'underWay' | 'missing'; text?: string | Promise<string | null> };

const lookUpThing = (room: CacheRoom, asking: Asking, { kind, thing }: Looking): Looked => {
  const { tell } = room;
  const kept = asking.wantsFresh ? undefined : find(room, kind, thing);
  asking.uses(kept && kept.freshUntilMs > room.now() ? kept : null);
  if (kept) return give(room, asking, { kind, thing, kept });
  const flight = asking.wantsFresh ? undefined : room.flights.get(flightKey(kind, thing));
  if (flight && !mayBeOutdated(room, asking, { flight, kind })) {
    tell('shared', thing.type);
    return { status: 'underWay', text: follow(room, asking, { kind, thing, flight }) };
  }
  tell('miss', thing.type);
  return { status: 'missing' };
};

const find = ({ kept, now }: CacheRoom, { shape }: FetchKind, { publicKey, privateKey }: Thing): Kept | undefined => {
  const candidates = [
    shape.isGuarded ? undefined : kept.get(publicKey),
    privateKey === null ? undefined : kept.get(privateKey),
  ];
  return candidates.find((candidate) => candidate && candidate.staleUntilMs > now());
};

const give = (room: CacheRoom, asking: Asking, { kind, thing, kept }: Looking & { kept: Kept }): Looked => {
  const leftMs = kept.freshUntilMs - room.now();
  tellGiven(room, asking, kept);
  room.tell(leftMs > 0 ? 'hit' : 'stale', thing.type);
  // One asks anew for all.
  const isRefreshed = leftMs > 0 || room.flights.get(flightKey(kind, thing)) !== undefined;
  return { status: isRefreshed ? 'known' : 'stale', text: kept.content };
};

const tellGiven = ({ now }: CacheRoom, { given }: Asking, { isPrivate, freshUntilMs }: Kept): void =>
  given(isPrivate ? null : Math.max(0, Math.floor((freshUntilMs - now()) / 1_000)));

const follow = async (room: CacheRoom, asking: Asking, { kind, thing, flight }: Looking & { flight: Flight }) => {
  const text = await flight.landed;
  if (text === null) return null;
  const kept = find(room, kind, thing);
  const leftMs = kept && !kept.isPrivate ? kept.freshUntilMs - room.now() : 0;
  asking.given(leftMs > 0 ? Math.floor(leftMs / 1_000) : null);
  return text;
};

/** What was begun before a purge may not know of the change, and whoever asks after it must not be given it. */
const mayBeOutdated = (
  { purges }: CacheRoom,
  { viewer }: Asking,
  { flight, kind: { shape } }: { flight: Flight; kind: FetchKind },
): boolean =>
  purges.some(flight.since, ({ tags, fields }: Purge) => {
    if (fields) return fields.some((field) => shape.fields.has(field));
    if (viewer !== null && tags.includes(belongsTo(viewer))) return true;
    // What is in it is not known yet, only of which types: rather one too many than one too few.
    return [...shape.entities].some((type) => tags.some((tag) => tag.includes(type)));
  });

type Keeping = Looking & {
  flight: Flight;
  value: unknown;
  allowance: NonNullable<ReturnType<typeof readCacheControl>>;
  stamp: Stamp | null;
};

/** Returns the text for those who wait for it; null when others may not have it. */
const keep = (room: CacheRoom, { viewer }: Asking, keeping: Keeping): string | null => {
  const { kind, thing, flight, value, allowance, stamp } = keeping;
  const isPrivate = kind.shape.isGuarded || allowance.scope === 'private';
  const key = isPrivate ? thing.privateKey : thing.publicKey;
  if (key === null || value === undefined) return null;
  const { tags, fields } = dependenceOf(kind.shape, thing.asked, value);
  const owned = isPrivate && viewer !== null ? new Set([...tags, belongsTo(viewer)]) : tags;
  const dependence = { tags: owned, fields };
  if (room.purges.hasTouched(flight.since, dependence)) {
    room.tell('outdated', thing.type);
    return null;
  }
  const text = JSON.stringify(value);
  const freshUntilMs = room.now() + allowance.freshMs;
  const staleUntilMs = freshUntilMs + allowance.staleMs;
  const kept = { content: text, freshUntilMs, staleUntilMs, isPrivate, type: thing.type, dependence };
  room.kept.set(key, kept);
  room.tell('kept', thing.type);
  // What is one viewer's stays in this process.
  if (stamp && !isPrivate) void room.shared?.write(key, kept, stamp);
  // That it is private was perhaps not known as it left: then anybody may wait under the key it left by, and gets nothing.
  return isPrivate && flight.key !== thing.privateKey ? null : text;
};
