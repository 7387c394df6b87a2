import { readFileSync } from 'node:fs';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';

/** A batch as Lambda hands it over. */
export const recordedBatch = (): SQSEvent =>
  JSON.parse(readFileSync(new URL('recorded-batch.json', import.meta.url), 'utf8')) as SQSEvent;

const [template] = recordedBatch().Records;

/** The recorded batch with other bodies; each message is named by its place: message-0, message-1 ... */
export const batchOf = (...bodies: (object | string)[]): SQSEvent => ({
  Records: bodies.map((body, place) => ({
    ...(template as SQSRecord),
    messageId: `message-${place}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })),
});

export const notice = (notificationId: string, text = notificationId, topic = 'notices') => ({
  notificationId,
  channel: { kind: 'TOPIC', topic, subject: 'A notice', text },
});

export const mail = (notificationId: string, to: string) => ({
  notificationId,
  channel: { kind: 'MAIL', to, subject: 'Your order', text: 'It is on its way.' },
});

/** An invocation that may go on for so long. */
export const invocation = (remainingMs = 30_000): Context => {
  const known: Omit<Context, 'done' | 'fail' | 'succeed'> = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'notifications',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:111111111111:function:notifications',
    memoryLimitInMB: '512',
    awsRequestId: '8f5c5b6e-0c36-4f0e-a2f5-8d4b38b9ac53',
    logGroupName: 'log',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => remainingMs,
  };
  // The three that are missing are gone from Lambda itself.
  return known as Context;
};
