import type { Message } from '@aws-sdk/client-sqs';
import type { ConsumerName } from '@cartograph/events';
import { z } from 'zod';

/** A dead letter as people look at it. */
export type DeadLetter = {
  readonly messageId: string;
  readonly subgraph: ConsumerName;
  /** The event's name; null when the message is no event. */
  readonly event: string | null;
  /** The order it tells of, else the aggregate it happened to. */
  readonly about: string | null;
  readonly reason: string;
  readonly arrivedAt: Date | null;
  readonly body: string;
};

const envelope = z.object({
  'detail-type': z.string(),
  detail: z.object({ aggregateId: z.string(), data: z.unknown() }).partial().catch({}),
});
const tellsOfOrder = z.object({ orderId: z.string() });

/** Reads a message of a dead-letter queue: what it is, and why it is there as far as anyone said. */
export const deadLetterOf = (subgraph: ConsumerName, message: Message): DeadLetter => {
  const body = message.Body ?? '';
  const event = envelope.safeParse(jsonOf(body)).data;
  const sentAt = message.Attributes?.SentTimestamp;
  return {
    messageId: message.MessageId ?? '',
    subgraph,
    event: event?.['detail-type'] ?? null,
    about: tellsOfOrder.safeParse(event?.detail.data).data?.orderId ?? event?.detail.aggregateId ?? null,
    reason: reasonOf(message),
    arrivedAt: sentAt === undefined ? null : new Date(Number(sentAt)),
    body,
  };
};

/** Our consumers and EventBridge say why; SQS itself only counts. */
const reasonOf = ({ MessageAttributes = {}, Attributes = {} }: Message): string => {
  const reason = MessageAttributes.reason?.StringValue;
  if (reason !== undefined) return reason;
  const code = MessageAttributes.ERROR_CODE?.StringValue;
  if (code !== undefined)
    return `EventBridge: ${code}: ${MessageAttributes.ERROR_MESSAGE?.StringValue ?? 'no message'}`;
  if (Attributes.DeadLetterQueueSourceArn !== undefined) return 'received too often and never deleted';
  return 'nobody said why';
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
