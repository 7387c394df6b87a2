/** Path of a `redis-server`; without it several gateways are not tried together. */
export const redisProgram = process.env['CARTOGRAPH_REDIS'];

/** Whether this is the build that everybody relies on: there Redis is not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';
