import type { DomainEvent } from '@cartograph/events';
import { activeSpan, traceparentOf } from '@cartograph/telemetry';
import { isDatabaseAway } from './database-away.ts';
import type { Outcome } from './reactions.ts';
import type { Cause, Transaction, UnitOfWork } from './transaction.ts';

/** What became of an event that was delivered. */
export type Intake =
  | { kind: 'taken' }
  | { kind: 'duplicate' }
  | { kind: 'early' }
  | { kind: 'impossible'; reason: string };

/** A reaction of which only the table knows the event. */
export type AnyReaction = (tx: Transaction, event: never) => Promise<Outcome>;

const isInInbox = 'SELECT 1 FROM inbox_event WHERE event_id = $1::uuid';

/** Rolls the transaction back and carries the judgement out of it. */
class NotTaken extends Error {
  readonly outcome: Intake;
  constructor(outcome: Intake) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Takes one event in: inbox row, effect and the events that follow commit together or not at all. The inbox row comes last:
 * of two deliveries at once the second waits for the first, at the latest at its unique key, and then nothing of it is kept.
 */
export const takeIn = async (unitOfWork: UnitOfWork, reaction: AnyReaction, event: DomainEvent): Promise<Intake> => {
  try {
    return await unitOfWork(causeOf(event), async (tx) => {
      const { eventId, name, aggregateId, aggregateVersion } = event;
      tx.closing.inbox = { eventId, name, aggregateId, aggregateVersion };
      const outcome = await reaction(tx, event as never);
      if (outcome.kind === 'early' || outcome.kind === 'impossible') throw new NotTaken(outcome);
      return { kind: 'taken' } as const;
    });
  } catch (error) {
    // Whatever a second delivery ended with: it is one.
    if (!isDatabaseAway(error) && (await isTaken(unitOfWork, event))) return { kind: 'duplicate' };
    if (error instanceof NotTaken) return error.outcome;
    throw error;
  }
};

const isTaken = async (unitOfWork: UnitOfWork, event: DomainEvent): Promise<boolean> => {
  const rows = await unitOfWork(causeOf(event), (tx) => tx.db.$queryRawUnsafe<unknown[]>(isInInbox, event.eventId));
  return rows.length > 0;
};

const causeOf = ({ correlationId, eventId, traceparent, actor }: DomainEvent): Cause => {
  const span = activeSpan();
  return { correlationId, causationId: eventId, traceparent: span ? traceparentOf(span) : traceparent, actor };
};
