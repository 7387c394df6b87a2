export {
  catalogue,
  contractOf,
  type EmittedBy,
  type EventName,
  type EventPayload,
  type ReactedBy,
} from './catalogue.ts';
export { cancellationReasons, rejectionReasons } from './contracts/order-events.ts';
export { paymentFailureReasons } from './contracts/payment-events.ts';
export type { EventContract, EventVersion } from './define-event.ts';
export { type Actor, actorSchema, type DomainEvent, envelopeSchema } from './envelope.ts';
export { type HeardByGateways, heardByGateways } from './gateway-route.ts';
export { type ParsedEvent, parseDeliveredEvent, sourceOf } from './parse-event.ts';
export {
  busName,
  type ConsumerName,
  type ConsumerRoute,
  consumerRoutes,
  gatewayRoute,
  type QueueRoute,
  queueRoutes,
} from './routes.ts';
export { type SubgraphName, subgraphNames } from './subgraph-name.ts';
