import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The system account PostgreSQL runs as; undefined means: as we do. */
export type ServerAccount = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. As root it gets the owner of the cluster if there is one already, else the account
 * `postgres`, which is made if the machine has none.
 * @throws Error naming the cure, when no such account can be had.
 */
export function serverAccount(clusterDir: string): ServerAccount {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(join(clusterDir, 'pgdata')) ?? passwdEntry('postgres') ?? createAccount();
}

function ownerOf(path: string): ServerAccount {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid };
}

function passwdEntry(name: string): ServerAccount {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function createAccount(): ServerAccount {
  try {
    execFileSync(
      '/usr/sbin/useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      {
        stdio: 'pipe',
      },
    );
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root and no system account "postgres" could be made: run as an ordinary user, or make one with `useradd --system postgres`.',
      { cause },
    );
  }
  return passwdEntry('postgres');
}
