import type { Finding } from '../finding.ts';
import { type ClientOperation, hitOf } from '../graph/client-operation.ts';
import type { CountFetches, PlanCost } from './count-fetches.ts';

/** How many requests to subgraphs each operation takes, before and after; only where that changes. */
export const checkPlans = (
  operations: readonly ClientOperation[],
  before: CountFetches,
  after: CountFetches,
): Finding[] =>
  operations
    .filter(({ document }) => document.definitions.some((definition) => !isSubscription(definition)))
    .flatMap((operation) => compare(operation, before(operation.document), after(operation.document)));

const isSubscription = (definition: ClientOperation['document']['definitions'][number]): boolean =>
  'operation' in definition && definition.operation === 'subscription';

const compare = (operation: ClientOperation, before: PlanCost, after: PlanCost): Finding[] => {
  if (before.fetches === after.fetches && before.steps === after.steps) return [];
  const isWorse = after.fetches > before.fetches || after.steps > before.steps;
  return [
    {
      check: 'plans',
      code: isWorse ? 'PLAN_COSTS_MORE' : 'PLAN_COSTS_LESS',
      severity: isWorse ? 'warning' : 'notice',
      message: `${operation.name} of ${operation.client} takes ${told(after)}; it took ${told(before)}`,
      ...(operation.place && { place: operation.place }),
      hit: [hitOf(operation)],
      cure: isWorse
        ? 'Each further step is a round trip that the client waits for: keep what is asked together in one subgraph, or @provides it.'
        : 'Nothing to do.',
    },
  ];
};

const told = ({ fetches, steps }: PlanCost): string =>
  `${fetches} ${fetches === 1 ? 'fetch' : 'fetches'} in ${steps} ${steps === 1 ? 'step' : 'steps'}`;
