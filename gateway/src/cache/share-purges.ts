import { openRedis } from '@cartograph/redis';
import type { Logger } from '@cartograph/telemetry';
import { z } from 'zod';
import type { GatewayCache } from './create-cache.ts';
import type { Purge } from './purge.ts';
import { createSharedAnswers, type SharedAnswers } from './shared/shared-answers.ts';

/** Tells the other gateways what is no longer true. */
export type SharedPurges = { readonly tell: (purges: readonly Purge[]) => Promise<void>; readonly stop: () => void };

const channel = 'cartograph:cache-purges';

const messageShape = z.union([
  z.object({ everything: z.literal(true) }),
  // Nothing is purged by it where a gateway of an earlier release hears it.
  z.object({ purges: z.array(z.never()), changedBy: z.string() }),
  z.object({ purges: z.array(z.object({ tags: z.array(z.string()), fields: z.array(z.string()).nullable() })) }),
]);

const whileAway = 'what other gateways hear of changes is missed, and everything is forgotten when it is back';

/** How soon what could not be said is made up for. */
const debtPauseMs = 1_000;

/**
 * By Redis pub/sub, which keeps nothing for whoever is not there: who was cut off does not know what was said meanwhile,
 * and forgets everything; what could not be said is made up for by telling the others to do so.
 */
export const sharePurges = async (
  { url, password }: { url: string; password: string | undefined },
  makeCache: (shared: SharedAnswers, tellOfChange: (viewer: string) => Promise<void>) => GatewayCache,
  logger: Logger,
): Promise<SharedPurges & { cache: GatewayCache }> => {
  const [speaking, listening] = await Promise.all(
    [1, 2].map(() => openRedis({ url, password }, { logger, whileAway })),
  );
  if (!speaking || !listening) throw new Error('there are two connections');
  const shared = createSharedAnswers(speaking);
  // Not made up for where it is not heard: by the time Redis is back, the events have told what was changed.
  const tellOfChange = (changedBy: string): Promise<void> =>
    shared.tell({ channel, message: JSON.stringify({ purges: [], changedBy }) });
  const cache = makeCache(shared, tellOfChange);
  const { say, stop } = createSpeaker(shared);
  // Another Redis may have taken the place of the one that went away, and not know of the last purges.
  speaking.on('ready', () => void say.everything());
  let isSubscribed = false;
  const subscribe = async (): Promise<void> => {
    try {
      // From then on the client subscribes by itself, whenever it is back.
      if (!isSubscribed) await listening.subscribe(channel, (text) => obey(cache, text));
      isSubscribed = true;
    } catch (error) {
      logger.warn({ err: error }, 'what other gateways hear of changes cannot be heard yet');
    }
    cache.purgeEverything();
  };
  listening.on('ready', () => void subscribe());
  if (listening.isReady) await subscribe();
  return {
    cache,
    tell: async (purges) => {
      await say.purges(purges);
      // What was read in Redis before it knew of them.
      for (const purge of purges) cache.purge(purge);
    },
    stop: () => {
      stop();
      speaking.destroy();
      listening.destroy();
    },
  };
};

/** Says what is no longer true, and when that may not have been heard, that nothing is. */
const createSpeaker = (shared: SharedAnswers) => {
  let isOwed = false;
  let timer: NodeJS.Timeout | undefined;
  const say = async (message: z.input<typeof messageShape>, purges: readonly Purge[] | null): Promise<void> => {
    const isSaid = await shared.purge(purges, { channel, message: JSON.stringify(message) });
    if (isSaid && purges !== null) return;
    isOwed = !isSaid;
    // Until then Redis may hold what this gateway knows to be wrong.
    shared.distrust(isOwed);
    clearTimeout(timer);
    if (isOwed) timer = setTimeout(() => void everything(), debtPauseMs).unref();
  };
  const everything = (): Promise<void> => say({ everything: true }, null);
  const tellPurges = (purges: readonly Purge[]): Promise<void> => {
    const plain = purges.map(({ tags, fields }) => ({ tags: [...tags], fields: fields && [...fields] }));
    return say({ purges: plain }, plain);
  };
  return { say: { purges: tellPurges, everything }, stop: () => clearTimeout(timer) };
};

const obey = (cache: GatewayCache, text: string): void => {
  const message = messageShape.safeParse(jsonOf(text));
  // Said by a gateway of another release: what it means is not known here.
  if (!message.success || 'everything' in message.data) cache.purgeEverything();
  else if ('changedBy' in message.data) cache.noteChangeBy(message.data.changedBy);
  else for (const purge of message.data.purges) cache.purge(purge);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
