import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The subgraph's own process with exactly this environment. */
export const startProcess = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  /** The address it prints once it serves. */
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const ready = said.out.split('\n').find((line) => line.includes('"msg":"ready"'));
      if (ready) resolve((JSON.parse(ready) as { url: string }).url);
    });
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}: ${said.out}${said.err}`)));
  });
  // Whoever waits for the exit code alone never asks for the address.
  url.catch(() => undefined);
  return { url, exitCode, said, kill: (signal: NodeJS.Signals) => child.kill(signal) };
};
