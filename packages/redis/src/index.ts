export { type OpenedRedis, openRedis } from './open-redis.ts';
