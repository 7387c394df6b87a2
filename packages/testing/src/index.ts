export { installJumpingClock, type JumpingClock } from './jumping-clock.ts';
export { startRedis, type TestRedis } from './start-redis.ts';
export { type Supergraph, type SupergraphOptions, startSupergraph } from './start-supergraph.ts';
export { type Caller, createStorefront, type Exchange, type Storefront } from './storefront.ts';
export { type Intercept, startTap, type Tap, type TapAnswer, type TapRequest } from './tap.ts';
export { startTestCloud, type TestCloud } from './test-cloud.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { startTestStudio, type TestStudio } from './test-studio.ts';
export { type GraphAnswer, gatewayClient, newKeyPair } from './viewer-keys.ts';
