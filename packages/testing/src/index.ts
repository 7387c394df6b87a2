export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { type GraphAnswer, gatewayClient, newKeyPair } from './viewer-keys.ts';
