import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { eventBridgeAt, sqsAt } from '../start-cloud.ts';
import type { World } from './target.ts';

/** Starts moto_server on a free port of 127.0.0.1, with the account that our ARNs name. */
export async function startMoto(program: string): Promise<World & { url: string }> {
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], {
    env: { MOTO_ACCOUNT_ID: '000000000000' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const lines = createInterface({ input: child.stderr });
  for await (const line of lines) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url === undefined) continue;
    // It logs each request: somebody has to read on, or it stands still when the pipe is full.
    child.stderr.resume();
    return { url, bridge: eventBridgeAt(url), sqs: sqsAt(url), stop };
  }
  throw new Error(`${program} ended before it listened.`);
}
