import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphNames } from '@cartograph/events';
import { freePort, localCloudProgram, silentLog, startPostgres } from '@cartograph/local-cloud';
import { migrateFromBundles } from './bundled-programs.ts';
import { type PartSpec, type RunningPart, spawnPart, untilReady } from './part.ts';
import { createRoster, type Roster } from './roster.ts';
import { prepareDatabases } from './run-preparation.ts';
import { type Stack, stackOf, stopInOrder } from './stack.ts';
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

/** Told before each step, so that whoever waits sees what is going on. */
export type Progress = (step: string) => void;

/** Runs between the databases being there and the subgraphs starting: the place to load data. */
export type BeforeSubgraphs = (facts: StackFacts) => Promise<void>;

/**
 * Starts everything on this machine: PostgreSQL, the local cloud, the payment provider, four subgraphs, the gateway.
 * When a part fails to start, those that run are stopped in order and the error says which part and its last words.
 */
export const startStack = async (
  options: StackOptions,
  progress: Progress,
  beforeSubgraphs?: BeforeSubgraphs,
): Promise<Stack> => {
  await mkdir(join(options.dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const roster = createRoster();
  try {
    const facts = await startFoundation(roster, options, progress);
    await beforeSubgraphs?.(facts);
    progress('Starting the payment provider, four subgraphs and the gateway');
    await startServices(roster, facts);
    return stackOf(roster, { facts, addGateway: (settings) => addGateway(roster, facts, settings) });
  } catch (error) {
    await stopInOrder(roster);
    throw error;
  }
};

/** The databases and the cloud, side by side: neither needs the other. */
const startFoundation = async (roster: Roster, options: StackOptions, progress: Progress): Promise<StackFacts> => {
  const { dataDir } = options;
  const secrets = await loadSecrets(dataDir, subgraphNames);
  const chosen = await choosePorts(dataDir, [...listenerNames(options), 'gateway']);
  const ports: StackPorts = options.gatewayPort === 0 ? chosen : { ...chosen, gateway: options.gatewayPort };
  progress('Starting PostgreSQL, EventBridge and SQS');
  const cloud = startPart(roster, localCloudPart(dataDir, ports, localCloudProgram));
  // Awaited together with the databases below; until then a failure must not count as unhandled.
  cloud.catch(() => undefined);
  const superuserUrl = await startDatabaseServer(roster, dataDir, ports.postgres ?? 0);
  progress('Making and migrating four databases');
  const databaseUrls = await prepareDatabases({
    superuserUrl,
    passwords: secrets.databasePasswords,
    isMigrating: options.bundles === undefined,
  });
  if (options.bundles) await migrateFromBundles(options.bundles, databaseUrls);
  await cloud;
  const eventBridgeUrl = `http://127.0.0.1:${ports['event-bridge']}`;
  const sqsUrl = `http://127.0.0.1:${ports.sqs}`;
  return { options, ports, secrets, superuserUrl, databaseUrls, eventBridgeUrl, sqsUrl };
};

/** Starts PostgreSQL as a part like any other; returns the superuser's connection string. */
const startDatabaseServer = async (roster: Roster, dataDir: string, port: number): Promise<string> => {
  let superuserUrl = '';
  const spawn = async (): Promise<RunningPart> => {
    const server = await startPostgres({ dataDir: join(dataDir, 'postgres'), port, log: silentLog });
    superuserUrl = server.superuserUrl;
    return {
      name: 'postgres',
      pid: server.pid,
      ended: server.ended.then(() => ({ code: null, signal: null })),
      hasEnded: () => false,
      stop: () => server.stop(),
      kill: (signal) => process.kill(server.pid, signal),
      lastWords: () => '(PostgreSQL said nothing)',
    };
  };
  await roster.start('postgres', { spawn, untilReady: async () => undefined });
  return superuserUrl;
};

const startServices = async (roster: Roster, facts: StackFacts): Promise<void> => {
  const subgraphs = subgraphNames.flatMap((subgraph) =>
    replicaNames(subgraph, facts.options.replicas).map((name) => subgraphPart(facts, subgraph, name)),
  );
  const specs = [providerPart(facts), ...(await Promise.all([...subgraphs, gatewayPart(facts)]))];
  const started = await Promise.allSettled(specs.map((spec) => startPart(roster, spec)));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};

/** One more gateway over the same subgraphs, on a port of its own. */
const addGateway = async (
  roster: Roster,
  facts: StackFacts,
  settings: Readonly<Record<string, string>>,
): Promise<string> => {
  const name = `gateway-${[...roster.parts.keys()].filter((part) => part.startsWith('gateway')).length + 1}`;
  const ports = { ...facts.ports, [name]: await freePort() };
  await startPart(roster, await gatewayPart({ ...facts, ports }, { name, settings }));
  return `http://127.0.0.1:${ports[name]}`;
};

const startPart = (roster: Roster, spec: PartSpec): Promise<RunningPart> =>
  roster.start(spec.name, {
    spawn: async (changes) => spawnPart({ ...spec, environment: { ...spec.environment, ...changes } }),
    untilReady: (part) => untilReady(spec, part),
  });
