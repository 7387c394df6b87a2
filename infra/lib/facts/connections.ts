import type { StageSettings } from '../stages.ts';
import { subgraphs } from './subgraphs.ts';

/** The most connections one process of a subgraph opens: DATABASE_POOL_SIZE. */
export const poolSize = 10;

/** Beside the pool, the relay holds one of its own. */
const relayConnections = 1;

/** For people, rotation, preparation and what Aurora keeps to itself. */
const reserved = 20;

/** While a deploy goes on, the old tasks still run beside the new ones. */
const tasksDuringDeploy = 2;

/**
 * How many connections Aurora Serverless v2 accepts: by its documentation LEAST(memory / 9,531,392 B, 5,000), with 2 GiB
 * for each unit of the *maximum*, and no more than 2,000 where the minimum is below one unit.
 */
export const connectionsAccepted = ({ min, max }: StageSettings['database']['capacity']): number => {
  const byMemory = Math.floor((max * 2 * 1_024 ** 3) / 9_531_392);
  return Math.min(byMemory, min < 1 ? 2_000 : 5_000);
};

/** How many connections one cluster is asked for when every subgraph on it runs at its most, in the middle of a deploy. */
export const connectionsWanted = ({ database, workloads }: StageSettings): number => {
  const subgraphsOnIt = database.clusters === 'own' ? 1 : subgraphs.length;
  return subgraphsOnIt * workloads.maxTasks * tasksDuringDeploy * (poolSize + relayConnections) + reserved;
};
