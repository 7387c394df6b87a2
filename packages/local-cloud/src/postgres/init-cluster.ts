import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runProgram } from './run-program.ts';
import type { ServerAccount } from './server-account.ts';

export type ClusterTools = { binaries: string; account: ServerAccount };

/**
 * Makes the cluster in `home` (pgdata and the superuser's password) if there is none. It is made beside and renamed when
 * whole, so a kill in the middle leaves nothing that looks like a cluster; such remains are swept away here.
 */
export async function initCluster(home: string, { binaries, account }: ClusterTools): Promise<void> {
  sweepUnfinished(home);
  if (existsSync(home)) return;
  const unfinished = `${home}.unfinished-${randomBytes(4).toString('hex')}`;
  const pgdata = join(unfinished, 'pgdata');
  const passwordFile = join(unfinished, 'superuser-password');
  mkdirSync(pgdata, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [unfinished, pgdata, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const options = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  // The built-in provider sorts the same on every machine, whatever locales it has.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await runProgram(join(binaries, 'bin/initdb'), ['-D', pgdata, ...options, ...locale, '--no-instructions'], account);
  renameSync(unfinished, home);
}

/** The password that initCluster gave the superuser `postgres`. */
export const superuserPassword = (home: string): string =>
  readFileSync(join(home, 'superuser-password'), 'utf8').trim();

function sweepUnfinished(home: string): void {
  const folder = dirname(home);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(home)}.unfinished-`)) rmSync(join(folder, name), { recursive: true });
  }
}
