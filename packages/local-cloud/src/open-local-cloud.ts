import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type EventBridge, startEventBridge } from './event-bridge/start-event-bridge.ts';
import { lockFolder } from './folder-lock.ts';
import type { LocalCloud, LocalCloudOptions } from './local-cloud.ts';
import { provision } from './provision.ts';
import { startQueues } from './queues/start-queues.ts';

/** Behind startLocalCloud; a file of its own so that whoever only wants PostgreSQL does not load the queues. */
export async function openLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, eventBridgePort = 0, sqsPort = 0, region = 'eu-central-1', log } = options;
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  // Two deliverers on one store would send everything twice.
  const cleanUps: (() => void | Promise<void>)[] = [lockFolder(folder).release];
  const stop = async () => {
    for (let last = cleanUps.pop(); last !== undefined; last = cleanUps.pop()) await last();
  };
  try {
    const queues = await startQueues({ dataDir: join(folder, 'sqs'), port: sqsPort, region, log });
    cleanUps.push(queues.stop);
    const bridgeDir = join(folder, 'event-bridge');
    const bridge: EventBridge = await startEventBridge({
      dataDir: bridgeDir,
      port: eventBridgePort,
      region,
      sqsUrl: queues.url,
      log,
    });
    cleanUps.push(bridge.stop);
    await provision({ registry: bridge.registry, sqsUrl: queues.url, region });
    bridge.markReady();
    return { eventBridgeUrl: bridge.url, sqsUrl: queues.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
