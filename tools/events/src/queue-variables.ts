import { parseConfig } from '@cartograph/config';
import { type ConsumerName, consumerRoutes } from '@cartograph/events';
import { z } from 'zod';

export type QueueUrls = {
  /** Or `gateway`, which is none, but has a queue like one. */
  readonly subgraph: ConsumerName;
  readonly queueUrl: string;
  readonly deadLetterQueueUrl: string;
};

/** The variables that name a subgraph's queue and its dead letters, e.g. ORDER_EVENT_QUEUE_URL. */
export const queueVariables = (subgraph: ConsumerName): { queue: string; deadLetters: string } => ({
  queue: `${subgraph.toUpperCase()}_EVENT_QUEUE_URL`,
  deadLetters: `${subgraph.toUpperCase()}_EVENT_DEAD_LETTER_QUEUE_URL`,
});

/** The queues of every subgraph that reacts to events, and of the gateways. Throws BadConfig with all that are not named. */
export const queuesIn = (variables: Readonly<Record<string, string | undefined>>): QueueUrls[] => {
  const routes = consumerRoutes().map(({ consumer: subgraph }) => ({ subgraph, ...queueVariables(subgraph) }));
  const names = routes.flatMap(({ queue, deadLetters }) => [queue, deadLetters]);
  const urls = parseConfig(z.object(Object.fromEntries(names.map((name) => [name, z.url()]))), variables);
  return routes.map(({ subgraph, queue, deadLetters }) => ({
    subgraph,
    queueUrl: urls[queue] ?? '',
    deadLetterQueueUrl: urls[deadLetters] ?? '',
  }));
};
