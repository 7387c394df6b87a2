import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type EventBridge, startEventBridge } from './event-bridge/start-event-bridge.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { lockFolder } from './folder-lock.ts';
import type { Log } from './log.ts';
import { startMailbox } from './mailbox/start-mailbox.ts';
import { provision } from './provision.ts';
import { startQueues } from './queues/start-queues.ts';
import { startTraces } from './traces/start-traces.ts';

export type LocalCloudOptions = {
  /** Where events, queues and messages are kept; made if missing. */
  dataDir: string;
  /** Ports on 127.0.0.1; 0 or absent takes a free one. */
  eventBridgePort?: number;
  sqsPort?: number;
  smtpPort?: number;
  mailboxPort?: number;
  tracesPort?: number;
  /** `eu-central-1` when absent. */
  region?: string;
  /** How many days the archive `cartograph` keeps events; 14 when absent, 0 is for ever. */
  archiveDays?: number;
  log: Log;
};

export type LocalCloud = {
  /** For AWS_ENDPOINT_URL_EVENTBRIDGE; GET /health and /ready are here too. */
  eventBridgeUrl: string;
  /** For AWS_ENDPOINT_URL_SQS. */
  sqsUrl: string;
  /** For MAIL_SMTP_URL. */
  smtpUrl: string;
  /** The page where the mails are read. */
  mailboxUrl: string;
  /** The page of the last traces, and for TELEMETRY_ENDPOINT. */
  tracesUrl: string;
  /** Lets requests in flight end; what is not delivered stays on disk for the next start. */
  stop(): Promise<void>;
};

/** Behind startLocalCloud; a file of its own so that whoever only wants PostgreSQL does not load the queues. */
export async function openLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  try {
    return await open(options);
  } catch (error) {
    const { dataDir, eventBridgePort = 0, sqsPort = 0, smtpPort = 0, mailboxPort = 0, tracesPort = 0 } = options;
    const ports = [eventBridgePort, sqsPort, smtpPort, mailboxPort, tracesPort].filter(Boolean).join(' or ');
    throw explainStartFailure(error, { what: 'The local cloud', dataDir, ports });
  }
}

/** Less than the 30 days that inbox rows live: whatever a replay brings, its consumers still know what they did. */
const defaultArchiveDays = 14;

async function open(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, eventBridgePort = 0, sqsPort = 0, region = 'eu-central-1', log } = options;
  const { archiveDays = defaultArchiveDays, smtpPort = 0, mailboxPort = 0, tracesPort = 0 } = options;
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  // Two deliverers on one store would send everything twice.
  const lock = lockFolder(folder);
  const cleanUps: (() => void | Promise<void>)[] = [() => lock.release()];
  const stop = async () => {
    for (let last = cleanUps.pop(); last !== undefined; last = cleanUps.pop()) await last();
  };
  try {
    const queues = await startQueues({ dataDir: join(folder, 'sqs'), port: sqsPort, region, log });
    cleanUps.push(() => queues.stop());
    const mailbox = await startMailbox({ dataDir: join(folder, 'mailbox'), smtpPort, pagePort: mailboxPort, log });
    cleanUps.push(() => mailbox.stop());
    const traces = await startTraces({ port: tracesPort, log });
    cleanUps.push(() => traces.stop());
    const bridgeDir = join(folder, 'event-bridge');
    const bridge: EventBridge = await startEventBridge({
      dataDir: bridgeDir,
      port: eventBridgePort,
      region,
      queues,
      log,
    });
    cleanUps.push(() => bridge.stop());
    const { registry, archives } = bridge;
    await provision({ registry, archives, sqsUrl: queues.url, region, archiveDays });
    bridge.markReady();
    const { smtpUrl, pageUrl: mailboxUrl } = mailbox;
    return { eventBridgeUrl: bridge.url, sqsUrl: queues.url, smtpUrl, mailboxUrl, tracesUrl: traces.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
