import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, startLocalCloud } from '@cartograph/local-cloud';

export type TestCloud = {
  eventBridgeUrl: string;
  sqsUrl: string;
  smtpUrl: string;
  /** The page of the mails that were sent by `smtpUrl`. */
  mailboxUrl: string;
  stop: () => Promise<void>;
};

/** EventBridge and SQS for one test file, with the bus, rules and queues of the catalogue, on a folder that goes with them. */
export const startTestCloud = async (): Promise<TestCloud> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cartograph-cloud-'));
  const cloud = await startLocalCloud({ dataDir, log: silentLog });
  return {
    eventBridgeUrl: cloud.eventBridgeUrl,
    sqsUrl: cloud.sqsUrl,
    smtpUrl: cloud.smtpUrl,
    mailboxUrl: cloud.mailboxUrl,
    stop: async () => {
      await cloud.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
