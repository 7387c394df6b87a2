import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { BatchAnswer, MessageBatch } from '../queues/fauxqs-parts.ts';
import { queueUrlOf } from './arn.ts';
import type { Delivery } from './delivery-queue.ts';

/** What became of one delivery: taken, or refused with the reason, and whether it would be refused for ever. */
export type SendResult = { seq: number; refusal?: { code: string; message: string; isFinal: boolean } };

/** Sends up to ten deliveries to their queue. Rejects when the request as a whole failed. */
export type Send = (queueArn: string, deliveries: Delivery[]) => Promise<SendResult[]>;

/** The sender to the queues of this process: it takes what an SQS client would send, and answers as one would be answered. */
export const createSqsSender =
  (sendBatch: (batch: MessageBatch) => BatchAnswer, sqsUrl: string): Send =>
  async (queueArn, deliveries) => {
    const answer = sendBatch({ QueueUrl: queueUrlOf(queueArn, sqsUrl), Entries: deliveries.map(toEntry) });
    const taken = new Set(answer.Successful?.map((entry) => entry.Id));
    const failed = new Map(answer.Failed?.map((entry) => [entry.Id, entry]));
    return deliveries.map(({ seq }) => {
      if (taken.has(String(seq))) return { seq };
      const entry = failed.get(String(seq));
      const code = entry?.Code ?? 'NO_RESULT';
      return {
        seq,
        refusal: { code, message: entry?.Message ?? 'SQS did not say', isFinal: entry?.SenderFault === true },
      };
    });
  };

function toEntry({ seq, body, route, failure }: Delivery) {
  return {
    Id: String(seq),
    MessageBody: body,
    ...(route.messageGroupId === undefined
      ? {}
      : { MessageGroupId: route.messageGroupId, MessageDeduplicationId: String(seq) }),
    ...(failure === undefined ? {} : { MessageAttributes: attributesOf(failure) }),
  };
}

/** The attributes by which a dead letter says why: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
const attributesOf = (failure: NonNullable<Delivery['failure']>): Record<string, MessageAttributeValue> => ({
  ERROR_CODE: { DataType: 'String', StringValue: failure.code },
  ERROR_MESSAGE: { DataType: 'String', StringValue: failure.message.slice(0, 1_000) || 'none' },
  RETRY_ATTEMPTS: { DataType: 'Number', StringValue: String(failure.attempts) },
  TARGET_ARN: { DataType: 'String', StringValue: failure.targetArn },
  ...(failure.ruleArn === undefined ? {} : { RULE_ARN: { DataType: 'String', StringValue: failure.ruleArn } }),
  ...(failure.exhausted === undefined
    ? {}
    : { EXHAUSTED_RETRY_CONDITION: { DataType: 'String', StringValue: failure.exhausted } }),
});
