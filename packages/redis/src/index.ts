export { type OpenedRedis, openRedis, type RedisAddress } from './open-redis.ts';
