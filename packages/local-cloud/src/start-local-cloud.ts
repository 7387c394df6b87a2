import type { LocalCloud, LocalCloudOptions } from './open-local-cloud.ts';

/**
 * Starts EventBridge and SQS in this process, with the bus, rules and queues that the event catalogue asks for.
 * @throws Error when a port is taken, or another process uses the data folder.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { openLocalCloud } = await import('./open-local-cloud.ts');
  return openLocalCloud(options);
}
