import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPostmasterOf } from '../process-identity.ts';
import { canReach } from './reachable.ts';
import type { ServerAccount } from './server-account.ts';

/**
 * Where things go that PostgreSQL's account cannot reach otherwise: root's home folder is closed to it, and opening
 * other people's folders is not ours to do. Only root ever gets here, so nobody else can plant anything in it.
 */
export const systemHome = '/var/lib/cartograph';

/** The folder the cluster lives in: `<dataDir>/cluster`, or one in the system's home that `<dataDir>/cluster-location` names. */
export function clusterHome(dataDir: string): string {
  const pointer = join(dataDir, 'cluster-location');
  if (!existsSync(pointer)) return join(dataDir, 'cluster');
  const location = readFileSync(pointer, 'utf8').trim();
  if (!existsSync(location)) {
    throw new Error(
      `${pointer} says that the databases are in ${location}, which is gone: restore it, or start over by removing ${dataDir}.`,
    );
  }
  return join(location, 'cluster');
}

/** The same, moved to where the account can work if it cannot work in the data folder. Nothing moves once a cluster exists. */
export function reachableClusterHome(dataDir: string, account: ServerAccount): string {
  const home = clusterHome(dataDir);
  if (account === undefined) return home;
  const folder = join(home, '..');
  // The folder is ours: letting its account pass through tells nobody what is in it.
  chmodSync(folder, statSync(folder).mode | 0o011);
  if (canReach(home, account)) return home;
  if (existsSync(home)) {
    throw new Error(
      `PostgreSQL's account (uid ${account.uid}) can no longer enter a folder above ${home}: allow it with chmod o+x.`,
    );
  }
  const location = join(systemHome, 'clusters', randomBytes(8).toString('hex'));
  mkdirSync(location, { recursive: true, mode: 0o755 });
  const pointer = join(dataDir, 'cluster-location');
  writeFileSync(join(location, 'belongs-to'), pointer);
  writeFileSync(pointer, location);
  return join(location, 'cluster');
}

/** Removes relocated clusters whose data folder is gone: whoever deletes a data folder means its databases too. */
export function removeAbandonedClusters(): void {
  const clusters = join(systemHome, 'clusters');
  if (process.getuid?.() !== 0 || !existsSync(clusters)) return;
  for (const name of readdirSync(clusters)) {
    const location = join(clusters, name);
    if (!existsSync(join(location, 'belongs-to'))) continue;
    const pointer = readFileSync(join(location, 'belongs-to'), 'utf8');
    const isOwned = existsSync(pointer) && readFileSync(pointer, 'utf8').trim() === location;
    if (!isOwned && !hasServer(join(location, 'cluster/pgdata'))) rmSync(location, { recursive: true });
  }
}

function hasServer(pgdata: string): boolean {
  const pidFile = join(pgdata, 'postmaster.pid');
  return existsSync(pidFile) && isPostmasterOf(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), pgdata);
}
