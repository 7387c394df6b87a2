import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { FetchTraces } from './fetch-traces.ts';
import type { TracedPlan } from './plan-trace.ts';

/** Apollo Server's own account of a request, from which its plugin for usage reporting takes what it sends. */
type Metrics = GatewayGraphQLRequestContext['metrics'];

/** Where the traces of a request go that was chosen to be traced; null for every other. */
export const tracesFor = (metrics: Metrics): FetchTraces | null => {
  if (metrics.captureTraces !== true) return null;
  const [seconds, nanoseconds] = metrics.startHrTime ?? process.hrtime();
  return new FetchTraces(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds));
};

/** Puts them where the plugin looks for them, in the form that Apollo's engine gives them. */
export const reportTraces = (metrics: Metrics, { root, untracedErrors }: TracedPlan): void => {
  metrics.queryPlanTrace = root;
  // An error that stands in no trace would otherwise be no error to Studio.
  if (untracedErrors.length > 0) metrics.nonFtv1ErrorPaths = [...(metrics.nonFtv1ErrorPaths ?? []), ...untracedErrors];
};
