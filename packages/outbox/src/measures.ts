import type { DomainEvent } from '@cartograph/events';
import { count, type MetricAttributes, type MetricName, record, type SpanAttributes } from '@cartograph/telemetry';

/**
 * Attributes of OpenTelemetry's messaging conventions. `aws_sqs` is their value for SQS; they have none for EventBridge,
 * so ours is made in the same way. Operations are called as AWS calls them.
 */
export const onBus = (busName: string): MetricAttributes => ({
  'messaging.system': 'aws_eventbridge',
  'messaging.destination.name': busName,
  'messaging.operation.name': 'PutEvents',
  'messaging.operation.type': 'send',
});

/** What a span says of an event: its ids and never its data. */
export const aboutEvent = (
  name: string,
  { eventId, aggregateId, correlationId }: Pick<DomainEvent, 'eventId' | 'aggregateId' | 'correlationId'>,
): SpanAttributes => ({
  'messaging.message.id': eventId,
  'messaging.message.conversation_id': correlationId,
  'cartograph.event.name': name,
  'cartograph.aggregate.id': aggregateId,
});

type QueueOperation = { readonly name: string; readonly type: 'send' | 'receive' | 'process' | 'settle' };

/** A queue goes by the last part of its URL. */
export const ofQueue = (queueUrl: string): MetricAttributes => ({
  'messaging.system': 'aws_sqs',
  'messaging.destination.name': queueUrl.slice(queueUrl.lastIndexOf('/') + 1),
});

/** The same for an operation on it. */
export const onQueue = (queueUrl: string, { name, type }: QueueOperation): MetricAttributes => ({
  ...ofQueue(queueUrl),
  'messaging.operation.name': name,
  'messaging.operation.type': type,
});

/** Notes how long a request to the bus or a queue takes, with `error.type` when it throws. */
export const timed = <Result>(attributes: MetricAttributes, request: () => Promise<Result>): Promise<Result> =>
  timedBy('messaging.client.operation.duration', request, () => attributes);

/** Notes how long it takes to take a message in, and what became of it, or `error.type` when it throws. */
export const timedIntake = <Intake extends { readonly kind: string }>(
  queueUrl: string,
  intake: () => Promise<Intake>,
): Promise<Intake> => {
  const attributes = onQueue(queueUrl, { name: 'process', type: 'process' });
  return timedBy('messaging.process.duration', intake, (result) =>
    result ? { ...attributes, 'cartograph.intake': result.kind } : attributes,
  );
};

const timedBy = async <Result>(
  name: MetricName<'histogram'>,
  work: () => Promise<Result>,
  attributesOf: (result?: Result) => MetricAttributes,
): Promise<Result> => {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  try {
    const result = await work();
    record(name, seconds(), attributesOf(result));
    return result;
  } catch (error) {
    record(name, seconds(), { ...attributesOf(), 'error.type': error instanceof Error ? error.name : 'UnknownError' });
    throw error;
  }
};

/** Counts messages that were sent; those that were not accepted by the codes of their refusals. */
export const countSent = (attributes: MetricAttributes, refusals: readonly (string | undefined)[]): void => {
  for (const refusal of refusals) {
    const all = refusal === undefined ? attributes : { ...attributes, 'error.type': refusal };
    count('messaging.client.sent.messages', 1, all);
  }
};
