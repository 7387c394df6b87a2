export { appendEvent, EventTooLarge, maxEventBytes, type NewEvent } from './append-event.ts';
export { type EventPathConfig, startWayIn, startWayOut } from './event-path.ts';
export { type IdempotentCall, type IdempotentResult, idempotent } from './idempotent.ts';
export { type OutboxStatus, readOutboxStatus } from './outbox-status.ts';
export { done, early, ignored, impossible, type Outcome, type Reaction, type Reactions } from './reactions.ts';
export { releaseParked } from './release-parked.ts';
export { takeIn } from './take-in.ts';
export { type Cause, type SqlExecutor, systemCause, type Transaction, type UnitOfWork } from './transaction.ts';
export { createUnitOfWork, type TransactionalClient } from './unit-of-work.ts';
