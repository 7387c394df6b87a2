/** Path of a `redis-server`; without it attempts are only tried in memory. */
export const redisProgram = process.env['CARTOGRAPH_REDIS'];

/** Whether this is the build that everybody relies on: there Redis is not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';
