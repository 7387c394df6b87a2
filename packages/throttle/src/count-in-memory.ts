import { LRUCache } from 'lru-cache';
import type { Counter, Quota } from './quota.ts';

type Taken = { many: number; readonly endsAtMs: number };

/**
 * Counts in this process. Of `mostKeys` at most: whoever comes from ever new addresses must not fill the memory, and who
 * was counted longest ago is forgotten first.
 */
export const countInMemory = ({ points, duration }: Quota, mostKeys: number): Counter => {
  const counts = new LRUCache<string, Taken>({ max: mostKeys });
  const live = (key: string): Taken | undefined => {
    const taken = counts.get(key);
    return taken && taken.endsAtMs > Date.now() ? taken : undefined;
  };
  return {
    take: (key) => {
      const taken = live(key);
      if (taken === undefined) counts.set(key, { many: 1, endsAtMs: Date.now() + duration * 1_000 });
      else if (taken.many >= points) return taken.endsAtMs - Date.now();
      else taken.many += 1;
      return null;
    },
    giveBack: (key) => {
      const taken = live(key);
      if (taken) taken.many = Math.max(0, taken.many - 1);
    },
    forgive: (key) => void counts.delete(key),
    isTaken: (key) => live(key) !== undefined,
  };
};
