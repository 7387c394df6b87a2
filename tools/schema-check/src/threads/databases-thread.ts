import { parentPort, workerData } from 'node:worker_threads';
import { checkDatabases } from '../databases/check-databases.ts';
import { onFreshPostgres } from '../databases/on-fresh-postgres.ts';
import type { GraphState } from '../graph/graph-state.ts';

/** A thread, as Prisma's engine leaves a timer of ten seconds behind, which would hold the command for as long. */
const { root, ...state } = workerData as Pick<GraphState, 'databases' | 'files'> & { root: string };
parentPort?.postMessage(await onFreshPostgres((superuserUrl) => checkDatabases(state, { superuserUrl, root })));
