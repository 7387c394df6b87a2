/** What a metric is: a counter only grows, a histogram collects single values, a gauge is read when it is collected. */
export type Metric = {
  readonly kind: 'counter' | 'histogram' | 'gauge';
  /** By UCUM, as OpenTelemetry asks: `s`, `{message}`. */
  readonly unit: string;
  readonly description: string;
};

/**
 * Every metric of ours. Names under `messaging.` and `http.` are those of OpenTelemetry's semantic conventions; what these
 * do not name is under `cartograph.`. docs/metrics.md shows the same table.
 */
export const metricTable = {
  'messaging.client.sent.messages': {
    kind: 'counter',
    unit: '{message}',
    description: 'Messages given to the bus or to the dead letters; `error.type` tells those it did not take.',
  },
  'messaging.client.operation.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'How long a request to the bus or the queue took: send and settle.',
  },
  'messaging.client.consumed.messages': {
    kind: 'counter',
    unit: '{message}',
    description: 'Messages received from the queue, those that come again included.',
  },
  'messaging.process.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'How long it took to take a message in: inbox row, reaction and commit.',
  },
  'cartograph.outbox.depth': {
    kind: 'gauge',
    unit: '{event}',
    description: 'Events that are still to be sent.',
  },
  'cartograph.outbox.oldest_age': {
    kind: 'gauge',
    unit: 's',
    description: 'How long the oldest event that is still to be sent has waited; 0 when there is none.',
  },
  'cartograph.outbox.parked': {
    kind: 'gauge',
    unit: '{event}',
    description: 'Events the bus does not take; a person must look at them.',
  },
  'cartograph.outbox.retries': {
    kind: 'counter',
    unit: '{event}',
    description: 'Times the bus refused an event that is sent again later.',
  },
  'cartograph.inbox.retries': {
    kind: 'counter',
    unit: '{message}',
    description: 'Times a message was given back to the queue to come again later.',
  },
  'cartograph.inbox.lag': {
    kind: 'histogram',
    unit: 's',
    description: 'From what happened in one subgraph to the commit of its effect in this one.',
  },
  'cartograph.queue.visible': {
    kind: 'gauge',
    unit: '{message}',
    description: 'Messages in the queue that may be received now; SQS counts approximately.',
  },
  'cartograph.queue.in_flight': {
    kind: 'gauge',
    unit: '{message}',
    description: 'Messages of the queue that are in hand, or hidden until they come again.',
  },
  'cartograph.queue.dead_letters': {
    kind: 'gauge',
    unit: '{message}',
    description: 'Messages that lie in the dead letters, those that SQS or the bus moved there included.',
  },
  'cartograph.dead_letters': {
    kind: 'counter',
    unit: '{message}',
    description: 'Messages that went to the dead letters; a person must look at them.',
  },
  'cartograph.saga.oldest_pending_age': {
    kind: 'gauge',
    unit: 's',
    description: 'How long the oldest order that is still PENDING has waited; 0 when there is none.',
  },
  'http.server.request.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'How long a request took until its answer was sent, by route and status.',
  },
  'http.client.request.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'How long the gateway waited for a subgraph; `cartograph.subgraph` says for which.',
  },
  'cartograph.graphql.operation.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'How long an operation took; `error.type` is the code of the first error its client was told of.',
  },
  'cartograph.graphql.plan.duration': {
    kind: 'histogram',
    unit: 's',
    description:
      'How long it took to plan an operation; `cartograph.plan.when` is `asked` where a client waited for it, `ahead` where none did.',
  },
  'cartograph.graphql.operation.cost': {
    kind: 'histogram',
    unit: '{object}',
    description:
      'What an operation could cost and what its answer did, in objects by their weights: `cartograph.cost.kind` tells which.',
  },
  'cartograph.gateway.refusals': {
    kind: 'counter',
    unit: '{request}',
    description: 'Requests that did not keep a limit of the gateway; `error.type` is its code, see limits.md.',
  },
  'cartograph.gateway.subgraph.retries': {
    kind: 'counter',
    unit: '{request}',
    description:
      'Requests to a subgraph that were sent again, or were not as the budget was used up: `cartograph.retry`.',
  },
  'cartograph.gateway.subgraph.ejections': {
    kind: 'counter',
    unit: '{address}',
    description: 'Times an address of a subgraph was left alone as it failed too often.',
  },
  'cartograph.gateway.subgraph.not_sent': {
    kind: 'counter',
    unit: '{request}',
    description: 'Requests to a subgraph refused in the gateway: `CIRCUIT_OPEN` or `BULKHEAD_FULL`.',
  },
  'cartograph.gateway.cache': {
    kind: 'counter',
    unit: '{thing}',
    description:
      'What became of the things that fetches asked for, see cache.md: `cartograph.cache.event` and `.type`.',
  },
  'cartograph.gateway.cache_bytes': {
    kind: 'gauge',
    unit: 'By',
    description: 'What the answers take that this gateway keeps in memory, roughly.',
  },
} as const satisfies Record<string, Metric>;

/** The names of the metrics of one kind. */
export type MetricName<Kind extends Metric['kind']> = {
  [Name in keyof typeof metricTable]: (typeof metricTable)[Name]['kind'] extends Kind ? Name : never;
}[keyof typeof metricTable];
