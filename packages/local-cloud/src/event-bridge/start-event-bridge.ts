import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Log } from '../log.ts';
import { commitTogether } from './commit-together.ts';
import { startDeliverer } from './deliverer.ts';
import { type AcceptedEvent, createDeliveryQueue } from './delivery-queue.ts';
import { createHttpServer } from './http-server.ts';
import { openStore } from './open-store.ts';
import { createRegistry, type Registry } from './registry.ts';
import { createSqsSender } from './sqs-sender.ts';

export type EventBridgeOptions = {
  /** Where the store is kept; made if missing. */
  dataDir: string;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  region: string;
  /** The SQS endpoint that the targets' queues are at. */
  sqsUrl: string;
  log: Log;
};

export type EventBridge = {
  url: string;
  registry: Registry;
  /** From now on /ready answers 200. */
  markReady(): void;
  /** Takes no more requests, lets those in flight end, and leaves undelivered events in the store. */
  stop(): Promise<void>;
};

const archiveDays = 7;
const dayMs = 86_400_000;

/** Starts the EventBridge endpoint and its deliveries. @throws Error EADDRINUSE, when the port is taken */
export async function startEventBridge({
  dataDir,
  port,
  region,
  sqsUrl,
  log,
}: EventBridgeOptions): Promise<EventBridge> {
  const database = openStore(dataDir);
  const registry = createRegistry(database);
  registry.putBus('default');
  const deliveries = createDeliveryQueue(database);
  const client = new SQSClient({
    endpoint: sqsUrl,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // The deliverer retries by itself, and knows the order that must be kept.
    maxAttempts: 1,
  });
  const deliverer = startDeliverer({ deliveries, send: createSqsSender(client, sqsUrl), log });
  const accept = commitTogether((events: AcceptedEvent[]) => deliverer.wake(deliveries.accept(events)));
  let isReady = false;
  const server = createHttpServer({ context: { region, registry, accept }, log, isReady: () => isReady });
  const pruning = setInterval(() => deliveries.prune(Date.now() - archiveDays * dayMs), 60_000);
  pruning.unref();
  const close = async () => {
    clearInterval(pruning);
    await deliverer.stop();
    client.destroy();
    database.close();
  };
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    registry,
    markReady: () => {
      isReady = true;
    },
    async stop() {
      isReady = false;
      await closeServer(server);
      await close();
    },
  };
}

/** Clients hold their connections open: each is closed as soon as its request is answered. */
async function closeServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
}
