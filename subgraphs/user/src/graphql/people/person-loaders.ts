import DataLoader from 'dataloader';
import type { UserId } from '../../domain/user.ts';
import type { PersonReads } from '../../use-cases/people/ports.ts';

/** Loaders of what people keep here, for one request. */
export const createPersonLoaders = (reads: PersonReads) => ({
  profile: loader((ids) => reads.profiles(ids), { locale: null, phone: null }),
  addresses: loader((ids) => reads.addresses(ids), []),
  heldConsents: loader((ids) => reads.heldConsents(ids), []),
  consentHistory: loader((ids) => reads.consentHistories(ids), []),
  wishes: loader((ids) => reads.wishes(ids), []),
});

export type PersonLoaders = ReturnType<typeof createPersonLoaders>;

const loader = <Value>(read: (ids: readonly UserId[]) => Promise<ReadonlyMap<UserId, Value>>, missing: Value) =>
  new DataLoader<UserId, Value>(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? missing);
  });
