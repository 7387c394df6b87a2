import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, startPostgres } from '@cartograph/local-cloud';
import type { TestProject } from 'vitest/node';
import './provided.ts';

/** Vitest's global set-up of the integration tests: one real PostgreSQL for the run, on a folder that goes with it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cartograph-tests-'));
  const server = await startPostgres({ dataDir, port: 0, log: silentLog });
  project.provide('superuserUrl', server.superuserUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
};
