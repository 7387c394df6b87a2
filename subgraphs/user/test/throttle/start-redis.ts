import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@redis/client';

export type TestRedis = { url: string; password: string; stop: () => Promise<void> };

/** A real Redis on a port of 127.0.0.1, which keeps nothing on disk. */
export const startRedis = async (program: string, port: number): Promise<TestRedis> => {
  const password = 'as-elasticache-wants-one';
  const settings = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', requirepass: password };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(program, args, { cwd: '/tmp', stdio: 'ignore' });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(url, password)) return { url, password, stop };
    await delay(25);
  }
  throw new Error(`no Redis answers at ${url}`);
};

const answers = async (url: string, password: string): Promise<boolean> => {
  const client = createClient({ url, password, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    client.destroy();
    return true;
  } catch {
    return false;
  }
};
