import { busName, consumerRoutes } from '@cartograph/events';
import type { StackFacts } from '@cartograph/local-stack';

/** Where the events of the running stack pass. */
export type EventPathFacts = {
  region: string;
  eventBridgeUrl: string;
  sqsUrl: string;
  busName: string;
  archiveArn: string;
  /** The gateways’ own beside those of the subgraphs. */
  queues: { subgraph: string; queueUrl: string; deadLetterQueueUrl: string }[];
};

const region = 'eu-central-1';
const account = '000000000000';

/** Names the bus, its archive and the queues as the local cloud makes them. */
export const eventPathFacts = ({
  eventBridgeUrl,
  sqsUrl,
}: Pick<StackFacts, 'eventBridgeUrl' | 'sqsUrl'>): EventPathFacts => ({
  region,
  eventBridgeUrl,
  sqsUrl,
  busName,
  archiveArn: `arn:aws:events:${region}:${account}:archive/${busName}`,
  queues: consumerRoutes().map(({ consumer, queueName, deadLetterQueueName }) => ({
    subgraph: consumer,
    queueUrl: `${sqsUrl}/${account}/${queueName}`,
    deadLetterQueueUrl: `${sqsUrl}/${account}/${deadLetterQueueName}`,
  })),
});
