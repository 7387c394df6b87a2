import { spawn } from 'node:child_process';
import type { ServerAccount } from './server-account.ts';

/** Runs a program to its end as the account. @throws Error with what it wrote to stderr, when it fails. */
export function runProgram(program: string, args: string[], account: ServerAccount): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: programEnvironment,
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code ?? signal}: ${complaint.trim()}`));
    });
  });
}

/** Ours is not passed on: PGDATA, PGPORT or a locale of the person's shell must not change what the server does. */
export const programEnvironment: NodeJS.ProcessEnv = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' };
