import { createHmac } from 'node:crypto';
import { type Limits, rateWindowSeconds } from '@cartograph/graph-limits';
import { openRedis } from '@cartograph/redis';
import type { Logger } from '@cartograph/telemetry';
import { openCounters } from '@cartograph/throttle';
import type { GatewayConfig } from '../config.ts';
import { limitsOf } from './limit-settings.ts';

export type RateName = 'viewerRequests' | 'machineRequests' | 'addressRequests';

export type RateLimits = {
  /** Takes one; null when there was one to take, else in how many milliseconds to come again. */
  readonly take: (rate: RateName, who: string) => Promise<number | null>;
  readonly stop: () => void;
};

type Settings = Pick<GatewayConfig, 'REDIS_URL' | 'REDIS_PASSWORD' | 'VIEWER_PRIVATE_JWK'> &
  Parameters<typeof limitsOf>[0];

/** Counts requests, by all gateways together where there is a Redis. */
export const openRateLimits = async (config: Settings, logger: Logger): Promise<RateLimits> => {
  const { REDIS_URL: url, REDIS_PASSWORD: password, VIEWER_PRIVATE_JWK: secret } = config;
  const redis = url
    ? await openRedis({ url, password }, { logger, whileAway: 'each gateway counts requests for itself' })
    : null;
  const counters = openCounters<RateName>(quotasOf(limitsOf(config)), { redis, logger });
  // Hashed with a key that all gateways have: no address of anybody stands in Redis.
  const keyOf = (who: string) => createHmac('sha256', secret.d).update(`requests\0${who}`).digest('base64url');
  return {
    take: (rate, who) => counters.take(rate, redis ? keyOf(who) : who),
    stop: () => redis?.destroy(),
  };
};

const quotasOf = ({ viewerRequests, machineRequests, addressRequests }: Limits) => ({
  viewerRequests: { points: viewerRequests, duration: rateWindowSeconds },
  machineRequests: { points: machineRequests, duration: rateWindowSeconds },
  addressRequests: { points: addressRequests, duration: rateWindowSeconds },
});
