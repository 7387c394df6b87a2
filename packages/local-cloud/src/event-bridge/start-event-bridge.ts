import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Archives } from './archives.ts';
import { type BridgeCoreOptions, openBridgeCore } from './bridge-core.ts';
import { createHttpServer } from './http-server.ts';
import type { Registry } from './registry.ts';

export type EventBridgeOptions = BridgeCoreOptions & {
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
};

export type EventBridge = {
  url: string;
  registry: Registry;
  archives: Archives;
  /** From now on /ready answers 200. */
  markReady(): void;
  /** Takes no more requests, lets those in flight end, and leaves undelivered events in the store. */
  stop(): Promise<void>;
};

/** Starts the EventBridge endpoint and its deliveries. @throws Error EADDRINUSE, when the port is taken */
export async function startEventBridge({ port, ...options }: EventBridgeOptions): Promise<EventBridge> {
  const { context, close } = openBridgeCore(options);
  let isReady = false;
  const server = createHttpServer({ context, log: options.log, isReady: () => isReady });
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    registry: context.registry,
    archives: context.archives,
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
