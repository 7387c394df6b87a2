import type { SendMail } from '../use-cases/identity-ports.ts';
import { notificationsQueue } from './notifications-queue.ts';
import { smtpMail } from './smtp.ts';

export type MailSettings = {
  readonly MAIL_SMTP_URL?: string | undefined;
  readonly MAIL_FROM: string;
  readonly NOTIFICATIONS_QUEUE_URL?: string | undefined;
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL_SQS?: string | undefined;
};

/** The way out for mails: the queue of notifications where there is one, else SMTP. */
export const openMail = (config: MailSettings): { send: SendMail; close: () => void } => {
  const { NOTIFICATIONS_QUEUE_URL: queueUrl, MAIL_SMTP_URL: url, AWS_REGION: region } = config;
  if (queueUrl !== undefined) return notificationsQueue({ queueUrl, region, endpoint: config.AWS_ENDPOINT_URL_SQS });
  // The configuration refuses to be without both.
  if (url === undefined) throw new Error('Neither NOTIFICATIONS_QUEUE_URL nor MAIL_SMTP_URL is set.');
  return smtpMail({ url, from: config.MAIL_FROM });
};
