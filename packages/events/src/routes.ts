import { catalogue } from './catalogue.ts';
import type { EventContract } from './define-event.ts';
import { heardByGateways } from './gateway-route.ts';
import { sourceOf } from './parse-event.ts';
import { type SubgraphName, subgraphNames } from './subgraph-name.ts';

/** The bus every event is put on. */
export const busName = 'cartograph';

/** Who has a queue: a subgraph, or all the gateways together. */
export type ConsumerName = SubgraphName | 'gateway';

/** One consumer: its queue, its dead letters, and the rule that fills the queue. */
export type ConsumerRoute = {
  readonly consumer: ConsumerName;
  readonly queueName: string;
  readonly deadLetterQueueName: string;
  readonly ruleName: string;
  readonly pattern: { readonly source: readonly string[]; readonly 'detail-type': readonly string[] };
};

/** One consuming subgraph. */
export type QueueRoute = Omit<ConsumerRoute, 'consumer'> & { readonly subgraph: SubgraphName };

const routeOf = (consumer: ConsumerName, heard: readonly EventContract[]): Omit<ConsumerRoute, 'consumer'> => ({
  queueName: `cartograph-${consumer}`,
  deadLetterQueueName: `cartograph-${consumer}-dead-letters`,
  ruleName: `to-${consumer}`,
  pattern: {
    source: [...new Set(heard.flatMap((contract) => contract.emitters.map(sourceOf)))].sort(),
    'detail-type': heard.map((contract) => contract.name),
  },
});

/** The routes from the bus to the subgraphs, read from the catalogue. A subgraph that reacts to nothing has none. */
export const queueRoutes = (): QueueRoute[] =>
  subgraphNames.flatMap((subgraph) => {
    const heard = catalogue.filter((contract) => contract.reactors.includes(subgraph));
    return heard.length === 0 ? [] : { subgraph, ...routeOf(subgraph, heard) };
  });

/** The one to the gateways, which share it: each event is heard by one of them, which tells the others. */
export const gatewayRoute = (): ConsumerRoute => {
  const names: readonly string[] = heardByGateways;
  return {
    consumer: 'gateway',
    ...routeOf(
      'gateway',
      catalogue.filter(({ name }) => names.includes(name)),
    ),
  };
};

/** All routes from the bus. */
export const consumerRoutes = (): ConsumerRoute[] => [
  ...queueRoutes().map(({ subgraph, ...route }) => ({ consumer: subgraph, ...route })),
  gatewayRoute(),
];
