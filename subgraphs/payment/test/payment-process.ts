import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { busName, queueRoutes } from '@cartograph/events';
import { newKeyPair, type TestCloud } from '@cartograph/testing';
import { providerKey, readyUrl } from './provider-process.ts';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));

type Surroundings = { databaseUrl: string; cloud: TestCloud; providerUrl: string };

/** The environment of a payment process whose leases are short, so that a test need not wait for a dead worker's. */
export const paymentEnvironment = async ({
  databaseUrl,
  cloud,
  providerUrl,
}: Surroundings): Promise<Record<string, string>> => {
  const { publicJwks } = await newKeyPair();
  const route = queueRoutes().find(({ subgraph }) => subgraph === 'payment');
  if (!route) throw new Error('payment has no queue');
  return {
    PORT: '0',
    LOG_LEVEL: 'info',
    DATABASE_URL: databaseUrl,
    VIEWER_JWKS: JSON.stringify(publicJwks),
    ...eventPath(cloud),
    EVENT_QUEUE_URL: `${cloud.sqsUrl}/000000000000/${route.queueName}`,
    EVENT_DEAD_LETTER_QUEUE_URL: `${cloud.sqsUrl}/000000000000/${route.deadLetterQueueName}`,
    PAYMENT_PROVIDER_URL: providerUrl,
    PAYMENT_PROVIDER_API_KEY: providerKey,
    PROVIDER_TIMEOUT_MS: '500',
    ATTEMPT_LEASE_SECONDS: '3',
  };
};

/** How a process reaches the bus and the queues. */
export const eventPath = (cloud: TestCloud) => ({
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.eventBridgeUrl,
  AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
  EVENT_BUS_NAME: busName,
});

/** The real payment process. */
export const startPaymentProcess = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await readyUrl(child);
  const hasEnded = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return (await hasEnded)[0];
  };
  return { url, end };
};

/** Runs the process to its end and returns what it said; for those that cannot start. */
export const runPaymentProcess = async (
  env: Record<string, string>,
): Promise<{ code: number | null; stderr: string }> => {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
};
