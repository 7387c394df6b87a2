import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDemo, projectRoot, type Stack, startStack } from '@cartograph/local-stack';
import { generatePrismaClients } from '@cartograph/prisma-clients';
import { checkMachine } from './check-machine.ts';
import { eventPathFacts } from './event-path-facts.ts';
import { untilCatalogueArrived } from './first-catalogue.ts';
import type { StartOptions } from './options.ts';
import { announceRunning } from './running-file.ts';
import { takeFolder } from './single-start.ts';

/** A start that has come to its end: what runs, and how to end it in order. */
export type Started = { stack: Stack; stop: () => Promise<void> };

/** Starts the whole graph. Throws CannotStart, PartFailed or what the parts throw; nothing is left running then. */
export const start = async (options: StartOptions, progress: (step: string) => void): Promise<Started> => {
  await checkMachine(options);
  const releaseFolder = takeFolder(options.dataDir);
  try {
    if (options.isReset) {
      progress('Deleting the data');
      await emptyFolder(options.dataDir);
    }
    const generated = await generatePrismaClients(projectRoot);
    if (generated.length > 0) progress(`Generated the database clients of ${generated.join(', ')}`);
    const { stack, filled } = await startWithDemo(options, progress);
    const forget = announceRunning(join(projectRoot, '.cartograph/running.json'), {
      url: stack.url,
      pid: process.pid,
      pids: stack.pids(),
      databases: stack.facts.databaseUrls,
      events: eventPathFacts(stack.facts),
    });
    if (filled.includes('product')) {
      progress('Waiting until the catalogue has reached the order subgraph');
      await untilCatalogueArrived(stack.facts.databaseUrls);
    }
    return {
      stack,
      stop: async () => {
        forget();
        await stack.stop();
        releaseFolder();
      },
    };
  } catch (error) {
    releaseFolder();
    throw error;
  }
};

const startWithDemo = async (
  options: StartOptions,
  progress: (step: string) => void,
): Promise<{ stack: Stack; filled: string[] }> => {
  let filled: string[] = [];
  const stackOptions = {
    dataDir: options.dataDir,
    gatewayPort: options.port,
    mode: 'development' as const,
    hasTraces: true,
  };
  const stack = await startStack(stackOptions, progress, async (facts) => {
    if (!options.hasDemo) return;
    filled = await loadDemo(facts);
    if (filled.length > 0) progress('Loaded the demo catalogue and accounts');
  });
  return { stack, filled };
};

/** Removes what is in the folder but not the lock we hold on it. */
const emptyFolder = async (dataDir: string): Promise<void> => {
  const parts = ['postgres', 'local-cloud', 'sandbox-provider', 'logs', 'secrets.json', 'ports.json'];
  await Promise.all(parts.map((part) => rm(join(dataDir, part), { recursive: true, force: true })));
};
