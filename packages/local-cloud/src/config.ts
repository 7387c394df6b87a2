import { parseConfig } from '@cartograph/config';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535).default(0);

const environment = z.object({
  LOCAL_CLOUD_DATA_DIR: z.string().min(1),
  LOCAL_CLOUD_EVENTBRIDGE_PORT: port,
  LOCAL_CLOUD_SQS_PORT: port,
  LOCAL_CLOUD_SMTP_PORT: port,
  LOCAL_CLOUD_MAILBOX_PORT: port,
  LOCAL_CLOUD_TRACES_PORT: port,
  LOCAL_CLOUD_ARCHIVE_DAYS: z.coerce.number().int().min(0).default(14),
  AWS_REGION: z.string().min(1).default('eu-central-1'),
});

export type Config = {
  dataDir: string;
  eventBridgePort: number;
  sqsPort: number;
  smtpPort: number;
  mailboxPort: number;
  tracesPort: number;
  region: string;
  archiveDays: number;
};

/** Reads the environment of this process. @throws BadConfig naming every variable that is wrong */
export function readConfig(): Config {
  const variables = parseConfig(environment, process.env);
  return {
    dataDir: variables.LOCAL_CLOUD_DATA_DIR,
    eventBridgePort: variables.LOCAL_CLOUD_EVENTBRIDGE_PORT,
    sqsPort: variables.LOCAL_CLOUD_SQS_PORT,
    smtpPort: variables.LOCAL_CLOUD_SMTP_PORT,
    mailboxPort: variables.LOCAL_CLOUD_MAILBOX_PORT,
    tracesPort: variables.LOCAL_CLOUD_TRACES_PORT,
    region: variables.AWS_REGION,
    archiveDays: variables.LOCAL_CLOUD_ARCHIVE_DAYS,
  };
}
