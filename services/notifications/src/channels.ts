import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Mail, Notification, TopicNotice } from './notification.ts';

export type Channels = {
  ses: SESv2Client;
  sns: SNSClient;
  from: string;
  topics: Readonly<Record<string, string>>;
};

/** What a channel says of a delivery: the id under which its provider finds it again. */
export type Delivery = { messageId: string | null };

/** Hands a notification to its channel. Rejects with the channel's own error. */
export const deliver = (channels: Channels, { notificationId, channel }: Notification): Promise<Delivery> => {
  switch (channel.kind) {
    case 'MAIL':
      return sendMail(channels, notificationId, channel);
    case 'TOPIC':
      return publish(channels, notificationId, channel);
  }
};

const sendMail = async ({ ses, from }: Channels, notificationId: string, mail: Mail): Promise<Delivery> => {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const { MessageId = null } = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [mail.to] },
      Content: {
        Simple: {
          Subject: utf8(mail.subject),
          Body: { Text: utf8(mail.text), ...(mail.html !== undefined && { Html: utf8(mail.html) }) },
        },
      },
      EmailTags: [{ Name: 'notification', Value: notificationId }],
    }),
  );
  return { messageId: MessageId };
};

const publish = async (
  { sns, topics }: Channels,
  notificationId: string,
  { topic, subject, text }: TopicNotice,
): Promise<Delivery> => {
  const TopicArn = topics[topic];
  if (TopicArn === undefined) throw new Error(`TOPIC_ARNS has no topic "${topic}".`);
  const { MessageId = null } = await sns.send(
    new PublishCommand({
      TopicArn,
      Subject: subject,
      Message: text,
      MessageAttributes: { notificationId: { DataType: 'String', StringValue: notificationId } },
    }),
  );
  return { messageId: MessageId };
};
