import type { HeldOfPerson } from '@cartograph/personal-data';
import type { PersonalTraces } from '../use-cases/erase-person.ts';

/** The catalogue and the stock know orders, not people: there is nothing to gather ... */
export const heldOfPerson: HeldOfPerson = {
  select: `SELECT ''::text AS kind, $1::uuid AS id, '{}'::jsonb AS body WHERE false`,
  kinds: {},
  ids: {},
};

/** ... and nothing to erase. The tombstone alone says that we have heard of it. */
export const personalTraces: PersonalTraces = { eraseIrreversibly: async () => undefined };
