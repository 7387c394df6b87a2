import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendMail } from '../use-cases/identity-ports.ts';

export type NotificationsQueueOptions = {
  readonly queueUrl: string;
  readonly region: string;
  /** Only where it is not AWS itself. */
  readonly endpoint: string | undefined;
};

/**
 * Hands mails to the Lambda that delivers notifications. A mail job is finished only once the queue has taken its mail; when
 * the process dies between the two it is handed over again under the same id, and delivered once.
 */
export const notificationsQueue = ({ queueUrl, region, endpoint }: NotificationsQueueOptions) => {
  const sqs = new SQSClient({ region, ...(endpoint !== undefined && { endpoint }) });
  const send: SendMail = async ({ id, to, subject, text }) => {
    const notification = { notificationId: id, channel: { kind: 'MAIL', to, subject, text } };
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(notification) }));
  };
  return { send, close: () => sqs.destroy() };
};
