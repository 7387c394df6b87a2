import type { Log } from './log.ts';

export type LocalCloudOptions = {
  /** Where events, queues and messages are kept; made if missing. */
  dataDir: string;
  /** Ports on 127.0.0.1; 0 or absent takes a free one. */
  eventBridgePort?: number;
  sqsPort?: number;
  /** `eu-central-1` when absent. */
  region?: string;
  log: Log;
};

export type LocalCloud = {
  /** For AWS_ENDPOINT_URL_EVENTBRIDGE; GET /health and /ready are here too. */
  eventBridgeUrl: string;
  /** For AWS_ENDPOINT_URL_SQS. */
  sqsUrl: string;
  /** Lets requests in flight end; what is not delivered stays on disk for the next start. */
  stop(): Promise<void>;
};

/**
 * Starts EventBridge and SQS in this process, with the bus, rules and queues that the event catalogue asks for.
 * @throws Error when a port is taken, or another process uses the data folder.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { openLocalCloud } = await import('./open-local-cloud.ts');
  return openLocalCloud(options);
}
