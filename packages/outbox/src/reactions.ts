import type { DomainEvent, EventName, ReactedBy, SubgraphName } from '@cartograph/events';
import type { Transaction } from './transaction.ts';

/**
 * How an event was judged by the state table:
 * `done`, its effect is in the transaction; `ignored`, it was done before or is too old; `early`, what it builds on is
 * not there yet, it is delivered again later; `impossible`, it goes to the dead letters with the reason.
 */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'ignored' }
  | { kind: 'early' }
  | { kind: 'impossible'; reason: string };

export const done: Outcome = { kind: 'done' };
export const ignored: Outcome = { kind: 'ignored' };
export const early: Outcome = { kind: 'early' };
export const impossible = (reason: string): Outcome => ({ kind: 'impossible', reason });

/** The effect of one event, inside the given transaction and nowhere else. */
export type Reaction<Name extends EventName> = (tx: Transaction, event: DomainEvent<Name>) => Promise<Outcome>;

/** A subgraph's table of reactions: one for each event the catalogue promises it reacts to, and for no other. */
export type Reactions<Subgraph extends SubgraphName> = { readonly [Name in ReactedBy<Subgraph>]: Reaction<Name> };
