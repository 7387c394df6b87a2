import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** How deep a queue is; SQS counts approximately, and on AWS up to a minute late. */
export type QueueDepth = {
  /** Messages that may be received now. */
  readonly visible: number;
  /** Received and not yet deleted, or hidden until they come again. */
  readonly inFlight: number;
};

/** Asks the queue how deep it is. */
export const readQueueDepth = async (sqs: SQSClient, queueUrl: string): Promise<QueueDepth> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return {
    visible: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
  };
};
