export { badUserInput, forbidden, rateLimited, unauthenticated } from './errors.ts';
export { openDatabase } from './open-database.ts';
export { allowAll, guardSchema, scopeRule } from './permissions.ts';
export { type Running, runProcess } from './run-process.ts';
export { runTask } from './run-task.ts';
export { scalarResolvers } from './scalars.ts';
export { type SubgraphOptions, startSubgraph } from './start-subgraph.ts';
export { type SubgraphConfig, subgraphConfig } from './subgraph-config.ts';
export type { RequestCause, RequestClient, SubgraphRequest } from './subgraph-request.ts';
