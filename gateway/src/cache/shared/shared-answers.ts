import { createHash, randomUUID } from 'node:crypto';
import type { OpenedRedis } from '@cartograph/redis';
import { z } from 'zod';
import type { Kept } from '../kept-answers.ts';
import type { Purge } from '../purge.ts';
import { createRedisCalls } from './redis-calls.ts';
import { purgeScript, readScript, tellScript, writeScript } from './scripts.ts';

/** What had been purged when a fetch left: what came of it holds for nobody after the next purge that takes it. */
export type Stamp = { readonly epoch: string; readonly number: string };

/** What Redis says of one thing: it is kept there, or to be fetched by whoever asks, or somebody else fetches it already. */
export type SharedThing = Kept | 'mine' | 'theirs';

/** Public answers that all gateways keep together. It never rejects: Redis away or slow is as if there were none. */
export type SharedAnswers = {
  /** In the order of the keys; null when nothing can be said. `wantsLease`: one of those who miss a thing is to fetch it. */
  readonly read: (keys: readonly string[], wantsLease: boolean) => Promise<SharedRead | null>;
  readonly write: (key: string, kept: Kept, stamp: Stamp) => Promise<void>;
  /** Null for everything. Tells everybody by that message. False when it is not known whether Redis knows of it. */
  readonly purge: (purges: readonly Purge[] | null, told: Told) => Promise<boolean>;
  /** Tells everybody what does not change anything that is kept together. */
  readonly tell: (told: Told) => Promise<void>;
  /** Nothing is read while this gateway has said something that Redis may not have heard. */
  readonly distrust: (isDistrusted: boolean) => void;
};

export type Told = { readonly channel: string; readonly message: string };

export type SharedRead = { readonly things: readonly SharedThing[]; readonly stamp: Stamp };

/** One slot of a cluster, and another one for each form of what is written. */
const prefix = 'cartograph:{cache}:1:';
const stampsKey = `${prefix}purged`;
/** What was purged is remembered for longer than anything is kept. */
const stampsLiveMs = 7_200_000;
const longestLifeMs = 3_600_000;
const mostTags = 200_000;
/** What was purged is forgotten, and with it everything that was kept. */
const nothing = -1;
const leaseMs = 2_000;
const longestText = 256 * 1024;

const aboutShape = z.object({
  type: z.string(),
  freshUntilMs: z.number(),
  staleUntilMs: z.number(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.literal(1)),
});

export const createSharedAnswers = (redis: OpenedRedis, now: () => number = Date.now): SharedAnswers => {
  const calls = createRedisCalls(redis);
  const whoAsks = randomUUID();
  const always = () => [randomUUID(), String(stampsLiveMs)];
  let isDistrusted = false;
  return {
    distrust: (is) => {
      isDistrusted = is;
    },
    read: async (keys, wantsLease) => {
      if (isDistrusted) return null;
      const named = keys.flatMap((key) => [valueKey(key), leaseKey(key)]);
      const values = [...always(), String(wantsLease ? leaseMs : 0), whoAsks];
      const answer = await calls.run(readScript, [stampsKey, ...named], values);
      if (!answer || isDistrusted) return null;
      const [epoch, number, ...said] = answer;
      const things = keys.map((_, index) => thingOf(said[2 * index], String(said[2 * index + 1]), now()));
      return { things, stamp: { epoch: String(epoch), number: String(number) } };
    },
    write: async (key, kept, { epoch, number }) => {
      const livesMs = Math.min(kept.staleUntilMs - now(), longestLifeMs);
      if (livesMs <= 0 || kept.isPrivate || kept.content.length > longestText) return;
      const values = [...always(), epoch, number, aboutOf(kept), kept.content, String(Math.ceil(livesMs))];
      await calls.run(writeScript, [stampsKey, valueKey(key), leaseKey(key)], values);
    },
    purge: async (purges, { channel, message }) => {
      const most = String(purges ? mostTags : nothing);
      const values = [...always(), JSON.stringify(purges ?? []), most, channel, message];
      return (await calls.run(purgeScript, [stampsKey], values)) !== null;
    },
    tell: async ({ channel, message }) => {
      await calls.run(tellScript, [], [channel, message]);
    },
  };
};

const valueKey = (key: string): string => `${prefix}${createHash('sha256').update(key).digest('base64url')}`;
const leaseKey = (key: string): string => `${valueKey(key)}:lease`;

/** Fields as a table, as Lua looks them up by name. */
const aboutOf = ({ type, freshUntilMs, staleUntilMs, dependence }: Kept): string => {
  const fields = Object.fromEntries([...dependence.fields].map((field) => [field, 1]));
  return JSON.stringify({ type, freshUntilMs, staleUntilMs, tags: [...dependence.tags], fields });
};

const thingOf = (said: unknown, text: string, nowMs: number): SharedThing => {
  if (typeof said !== 'string') return said === 0 ? 'theirs' : 'mine';
  const about = aboutShape.parse(JSON.parse(said));
  if (about.staleUntilMs <= nowMs) return 'mine';
  const { type, freshUntilMs, staleUntilMs } = about;
  const dependence = { tags: new Set(about.tags), fields: new Set(Object.keys(about.fields)) };
  return { content: text, type, freshUntilMs, staleUntilMs, isPrivate: false, dependence };
};
