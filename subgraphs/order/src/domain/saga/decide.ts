import type { OrderProgress } from '../order.ts';
import { type MoneyEvent, noteMoney } from './note-money.ts';
import type { Decision, SagaEvent } from './saga-event.ts';
import { take } from './take.ts';
import { phaseOf, verdictOn } from './verdicts.ts';

/** The checkout saga as a pure function: what an event means to an order, and what is to be done about it. */
export const decide = (order: OrderProgress, event: SagaEvent): Decision => {
  const verdict = verdictOn(order, event.name);
  switch (verdict) {
    case 'take':
      return take(order, event);
    case 'note':
      return noteMoney(order, event as MoneyEvent);
    case 'ignore':
      return { kind: 'ignored' };
    case 'early':
      return { kind: 'early' };
    case 'never':
      return { kind: 'impossible', reason: `${event.name} contradicts an order in phase ${phaseOf(order)}` };
  }
};
