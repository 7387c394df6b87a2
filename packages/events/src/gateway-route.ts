import type { EventName } from './catalogue.ts';

/**
 * The events that the gateways hear, to forget what they keep of what changed. They write nothing down and answer to no
 * event: so they are no reactors, and stand in no contract.
 */
export const heardByGateways = [
  'PriceChanged',
  'ProductArchived',
  'ProductPublished',
  'ProductUpdated',
  'StockLevelChanged',
] as const satisfies readonly EventName[];

export type HeardByGateways = (typeof heardByGateways)[number];
