import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../services/sandbox-provider/src/main.ts', import.meta.url));

/** The API key of the provider in tests. */
export const providerKey = 'sandbox-key-for-tests';

/** A charge as the provider itself knows it. */
export type ProviderCharge = {
  id: string;
  reference: string;
  status: string;
  authorizedMinor: string;
  capturedMinor: string;
  refundedMinor: string;
};

/** The real sandbox provider as a process of its own, on a folder that goes with it. */
export const startProviderProcess = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'payment-provider-'));
  const child = spawn(process.execPath, [program], {
    env: { PORT: '0', SANDBOX_DATA_DIR: dataDir, SANDBOX_API_KEY: providerKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child);
  return {
    url,
    /** Every charge there is: the provider's own truth. */
    ledger: async (): Promise<ProviderCharge[]> => {
      const response = await fetch(`${url}/v1/ledger`, { headers: { authorization: `Bearer ${providerKey}` } });
      return ((await response.json()) as { payments: ProviderCharge[] }).payments;
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** The address in the line of JSON with which a process says that it serves. */
export const readyUrl = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('the process has no output');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as { msg: string; url?: string };
      if (entry.msg === 'ready' && entry.url) resolve(entry.url);
    });
    lines.once('close', () => reject(new Error('the process ended before it was ready')));
  });
};
