import type { DomainEvent } from '@cartograph/events';
import { activeSpan, traceparentOf } from '@cartograph/telemetry';
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

const insertInboxRow = `INSERT INTO inbox_event (event_id, name, aggregate_id, aggregate_version)
   VALUES ($1::uuid, $2, $3, $4) ON CONFLICT (event_id) DO NOTHING`;

/** Rolls the transaction back and carries the judgement out of it. */
class NotTaken extends Error {
  readonly outcome: Intake;
  constructor(outcome: Intake) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Takes one event in: inbox row, effect and the events that follow commit together or not at all. A second delivery
 * waits for the first at the inbox row's unique key and then changes nothing.
 */
export const takeIn = async (unitOfWork: UnitOfWork, reaction: AnyReaction, event: DomainEvent): Promise<Intake> => {
  try {
    return await unitOfWork(causeOf(event), async (tx) => {
      const inserted = await tx.db.$executeRawUnsafe(
        insertInboxRow,
        event.eventId,
        event.name,
        event.aggregateId,
        event.aggregateVersion,
      );
      if (inserted === 0) return { kind: 'duplicate' } as const;
      const outcome = await reaction(tx, event as never);
      if (outcome.kind === 'early' || outcome.kind === 'impossible') throw new NotTaken(outcome);
      return { kind: 'taken' } as const;
    });
  } catch (error) {
    if (error instanceof NotTaken) return error.outcome;
    throw error;
  }
};

const causeOf = ({ correlationId, eventId, traceparent, actor }: DomainEvent): Cause => {
  const span = activeSpan();
  return { correlationId, causationId: eventId, traceparent: span ? traceparentOf(span) : traceparent, actor };
};
