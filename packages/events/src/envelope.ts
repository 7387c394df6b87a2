import { z } from 'zod';
import type { EventName, EventPayload } from './catalogue.ts';

/** Who caused an event: a user, a guest or the system itself; ids only, never a name or an address. */
export const actorSchema = z.object({
  kind: z.enum(['USER', 'GUEST', 'MACHINE', 'SYSTEM']).describe('What kind of actor.'),
  id: z.string().max(64).nullable().describe('Its id; null for the system and for guests.'),
});
export type Actor = z.output<typeof actorSchema>;

/** The `detail` of every event on the bus; `data` is checked by the contract of its name and version. */
export const envelopeSchema = z.object({
  eventId: z.uuid().describe('The event itself: the same however often it is delivered.'),
  schemaVersion: z.int().min(1).describe('The version of the contract that `data` follows.'),
  occurredAt: z.iso.datetime().describe('When it happened, UTC, ISO 8601.'),
  aggregateId: z.string().min(1).max(64).describe('What it happened to: an order, a product, ...'),
  aggregateVersion: z
    .int()
    .min(0)
    .describe('The version of the aggregate after the change: of two events the higher one is the newer truth.'),
  correlationId: z.string().min(1).max(128).describe('The request that began it all.'),
  causationId: z.string().max(128).nullable().describe('The event that led to this one; null when a request did.'),
  traceparent: z.string().max(128).nullable().describe('W3C trace context of the change; null when it was not traced.'),
  actor: actorSchema.describe('Who caused it.'),
  data: z.unknown().describe("What the event's contract says."),
});

/** An event as a reaction sees it: the envelope, its name, and its data typed by its contract. */
export type DomainEvent<Name extends EventName = EventName> = Name extends EventName
  ? Omit<z.output<typeof envelopeSchema>, 'data'> & { readonly name: Name; readonly data: EventPayload<Name> }
  : never;
