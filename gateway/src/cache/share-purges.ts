import { openRedis } from '@cartograph/redis';
import type { Logger } from '@cartograph/telemetry';
import { z } from 'zod';
import type { GatewayCache } from './create-cache.ts';
import type { Purge } from './purge.ts';

/** Tells the other gateways what is no longer true. */
export type SharedPurges = { readonly tell: (purges: readonly Purge[]) => Promise<void>; readonly stop: () => void };

const channel = 'cartograph:cache-purges';

const messageShape = z.union([
  z.object({ everything: z.literal(true) }),
  z.object({ purges: z.array(z.object({ tags: z.array(z.string()), fields: z.array(z.string()).nullable() })) }),
]);

const whileAway = 'what other gateways hear of changes is missed, and everything is forgotten when it is back';

/**
 * By Redis pub/sub, which keeps nothing for whoever is not there: who was cut off does not know what was said meanwhile,
 * and forgets everything; what could not be said is made up for by telling the others to do so.
 */
export const sharePurges = async (
  { url, password }: { url: string; password: string | undefined },
  cache: GatewayCache,
  logger: Logger,
): Promise<SharedPurges> => {
  const [speaking, listening] = await Promise.all(
    [1, 2].map(() => openRedis({ url, password }, { logger, whileAway })),
  );
  if (!speaking || !listening) throw new Error('there are two connections');
  let isOwed = false;

  const say = async (message: z.input<typeof messageShape>): Promise<void> => {
    try {
      await speaking.publish(channel, JSON.stringify(message));
    } catch {
      isOwed = true;
    }
  };
  speaking.on('ready', () => {
    if (!isOwed) return;
    isOwed = false;
    void say({ everything: true });
  });
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
    tell: (purges) =>
      say({ purges: purges.map(({ tags, fields }) => ({ tags: [...tags], fields: fields && [...fields] })) }),
    stop: () => {
      speaking.destroy();
      listening.destroy();
    },
  };
};

const obey = (cache: GatewayCache, text: string): void => {
  const message = messageShape.safeParse(jsonOf(text));
  // Said by a gateway of another release: what it means is not known here.
  if (!message.success || 'everything' in message.data) cache.purgeEverything();
  else for (const purge of message.data.purges) cache.purge(purge);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
