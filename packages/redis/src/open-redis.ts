import type { Logger } from '@cartograph/telemetry';
import { createClient, type RedisClientType } from '@redis/client';

export type OpenedRedis = RedisClientType;

/** A password in the URL goes before the other. */
export type RedisAddress = { readonly url: string; readonly password?: string | undefined };

/**
 * A client that connects by itself, again and again: commands fail at once while Redis is away, instead of queueing.
 * `whileAway` is what is done without it, for the log.
 */
export const openRedis = async (
  { url, password }: RedisAddress,
  { logger, whileAway }: { logger: Logger; whileAway: string },
): Promise<OpenedRedis> => {
  const client: RedisClientType = createClient({
    url,
    ...(password !== undefined && { password }),
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 5_000) },
  });
  let isAway = false;
  client.on('error', (error: unknown) => {
    if (!isAway) logger.warn({ err: error }, `Redis is away: ${whileAway}`);
    isAway = true;
  });
  client.on('ready', () => {
    isAway = false;
  });
  // Not awaited beyond its first try: who uses it starts without Redis, too.
  await Promise.race([
    client.connect().catch(() => undefined),
    new Promise((resolve) => client.once('error', resolve)),
  ]);
  return client;
};
