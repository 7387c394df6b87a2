import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphNames } from '@cartograph/events';
import { localCloudProgram, silentLog, startPostgres, type RunningPostgres } from '@cartograph/local-cloud';
import { type PartSpec, type RunningPart, spawnPart, untilReady } from './part.ts';
import { prepareDatabases } from './run-preparation.ts';
import {
  gatewayPart,
  listenerNames,
  localCloudPart,
  providerPart,
  replicaNames,
  type StackFacts,
  type StackOptions,
  subgraphPart,
} from './stack-plan.ts';
import { choosePorts, type StackPorts } from './stack-ports.ts';
import { loadSecrets } from './stack-secrets.ts';
import { createStack, type Stack, type StackInProgress } from './stack.ts';

/** Told before each step, so that whoever waits sees what is going on. */
export type Progress = (step: string) => void;

/** Runs between the databases being there and the subgraphs starting: the place to load data. */
export type BeforeSubgraphs = (facts: StackFacts) => Promise<void>;

/**
 * Starts everything on this machine: PostgreSQL, the local cloud, the payment provider, four subgraphs, the gateway.
 * When a part fails to start, those that run are stopped in order and the error says which part and its last words.
 */
export const startStack = async (options: StackOptions, progress: Progress, beforeSubgraphs?: BeforeSubgraphs): Promise<Stack> => {
  await mkdir(join(options.dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const stack = createStack();
  try {
    const facts = await startFoundation(stack, options, progress);
    await beforeSubgraphs?.(facts);
    progress('Starting the payment provider, four subgraphs and the gateway');
    await startServices(stack, facts);
    return stack.complete(facts);
  } catch (error) {
    await stack.stop();
    throw error;
  }
};

/** The databases and the cloud, side by side: neither needs the other. */
const startFoundation = async (stack: StackInProgress, options: StackOptions, progress: Progress): Promise<StackFacts> => {
  const { dataDir } = options;
  const secrets = await loadSecrets(dataDir, subgraphNames);
  const chosen = await choosePorts(dataDir, [...listenerNames(options), 'gateway']);
  const ports: StackPorts = options.gatewayPort === 0 ? chosen : { ...chosen, gateway: options.gatewayPort };
  progress('Starting PostgreSQL, EventBridge and SQS');
  const launchPostgres = (): Promise<RunningPostgres> =>
    startPostgres({ dataDir: join(dataDir, 'postgres'), port: ports.postgres ?? 0, log: silentLog });
  const cloud = startPart(stack, localCloudPart(dataDir, ports, localCloudProgram));
  // Awaited together with the databases below; until then a failure must not count as unhandled.
  cloud.catch(() => undefined);
  const postgres = await stack.addPostgres(launchPostgres);
  progress('Making and migrating four databases');
  const databaseUrls = await prepareDatabases(postgres.superuserUrl, secrets.databasePasswords);
  await cloud;
  return {
    options,
    ports,
    secrets,
    superuserUrl: postgres.superuserUrl,
    databaseUrls,
    eventBridgeUrl: `http://127.0.0.1:${ports['event-bridge']}`,
    sqsUrl: `http://127.0.0.1:${ports.sqs}`,
  };
};

const startServices = async (stack: StackInProgress, facts: StackFacts): Promise<void> => {
  const subgraphs = subgraphNames.flatMap((subgraph) =>
    replicaNames(subgraph, facts.options.replicas).map((name) => subgraphPart(facts, subgraph, name)),
  );
  const specs = await Promise.all([providerPart(facts), ...subgraphs, gatewayPart(facts)]);
  const started = await Promise.allSettled(specs.map((spec) => startPart(stack, spec)));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};

const startPart = async (stack: StackInProgress, spec: PartSpec): Promise<RunningPart> => {
  const part = stack.addPart(spec, spawnPart(spec));
  await untilReady(spec, part);
  return part;
};

