import { catalogue } from './catalogue.ts';
import { sourceOf } from './parse-event.ts';
import { type SubgraphName, subgraphNames } from './subgraph-name.ts';

/** The bus every event is put on. */
export const busName = 'cartograph';

/** One consuming subgraph: its queue, its dead letters, and the rule that fills the queue. */
export type QueueRoute = {
  readonly subgraph: SubgraphName;
  readonly queueName: string;
  readonly deadLetterQueueName: string;
  readonly ruleName: string;
  readonly pattern: { readonly source: readonly string[]; readonly 'detail-type': readonly string[] };
};

/** The routes from the bus to the queues, read from the catalogue. A subgraph that reacts to nothing has none. */
export const queueRoutes = (): QueueRoute[] =>
  subgraphNames.flatMap((subgraph) => {
    const heard = catalogue.filter((contract) => contract.reactors.includes(subgraph));
    if (heard.length === 0) return [];
    return {
      subgraph,
      queueName: `cartograph-${subgraph}`,
      deadLetterQueueName: `cartograph-${subgraph}-dead-letters`,
      ruleName: `to-${subgraph}`,
      pattern: {
        source: [...new Set(heard.flatMap((contract) => contract.emitters.map(sourceOf)))].sort(),
        'detail-type': heard.map((contract) => contract.name),
      },
    };
  });
