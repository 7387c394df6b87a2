import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const apiKey = 'sandbox-key-for-tests';

export type Asked = { status: number; body: Record<string, unknown> & { [name: string]: never } };

/** The provider as a process of its own on that folder, and a client that knows its key. */
export const startProviderProcess = async (dataDir: string) => {
  const child = spawn(process.execPath, [program], {
    env: { PORT: '0', SANDBOX_DATA_DIR: dataDir, SANDBOX_API_KEY: apiKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child);
  const ask = async (
    method: string,
    path: string,
    options: { key?: string; body?: unknown; timeoutMs?: number } = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(options.key !== undefined && { 'idempotency-key': options.key }),
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      signal: AbortSignal.timeout(options.timeoutMs ?? 5_000),
    });
    return { status: response.status, body: (await response.json()) as Asked['body'] };
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  return { url, ask, end };
};

export type ProviderProcess = Awaited<ReturnType<typeof startProviderProcess>>;

const readyUrl = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('the provider has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { msg: string; url?: string };
    if (entry.msg === 'ready' && entry.url) return entry.url;
  }
  throw new Error('the provider ended before it was ready');
};
