import { z } from 'zod';
import type { EventName, EventPayload } from './catalogue.ts';

/** Who caused an event: a user, a guest or the system itself; ids only, never a name or an address. */
export const actorSchema = z.object({
  kind: z.enum(['USER', 'GUEST', 'MACHINE', 'SYSTEM']),
  id: z.string().max(64).nullable(),
});
export type Actor = z.output<typeof actorSchema>;

/** The `detail` of every event on the bus; `data` is checked by the contract of its name and version. */
export const envelopeSchema = z.object({
  eventId: z.uuid(),
  schemaVersion: z.int().min(1),
  occurredAt: z.iso.datetime(),
  aggregateId: z.string().min(1).max(64),
  aggregateVersion: z.int().min(0),
  correlationId: z.string().min(1).max(128),
  causationId: z.string().max(128).nullable(),
  traceparent: z.string().max(128).nullable(),
  actor: actorSchema,
  data: z.unknown(),
});

/** An event as a reaction sees it: the envelope, its name, and its data typed by its contract. */
export type DomainEvent<Name extends EventName = EventName> = Name extends EventName
  ? Omit<z.output<typeof envelopeSchema>, 'data'> & { readonly name: Name; readonly data: EventPayload<Name> }
  : never;
