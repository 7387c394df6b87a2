import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, startPostgres } from '@cartograph/local-cloud';
import { CannotCheck } from '../complaints.ts';

/** Runs `work` on an embedded PostgreSQL that is there for it alone. */
export const onFreshPostgres = async <Result>(work: (superuserUrl: string) => Promise<Result>): Promise<Result> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cartograph-schema-check-'));
  try {
    const server = await startPostgres({ dataDir, port: 0, log: silentLog }).catch((error: Error) => {
      throw new CannotCheck(`${error.message}\nWithout a database to try migrations on: --no-databases.`);
    });
    try {
      return await work(server.superuserUrl);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};
