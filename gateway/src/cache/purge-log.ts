import { type Dependence, isTouchedBy, type Purge } from './purge.ts';

type Entry = { readonly number: number; readonly atMs: number; readonly purge: Purge };

export type PurgeLog = {
  /** How many there were; a fetch remembers it as it begins. */
  readonly number: () => number;
  readonly note: (purge: Purge) => void;
  /** Whatever is under way has been touched. */
  readonly noteEverything: () => void;
  /**
   * Whether something was purged since that number that what came back depends on: it may have been read before the
   * change, and must not be kept. True as well when it is too long ago to tell.
   */
  readonly hasTouched: (since: number, dependence: Dependence) => boolean;
  /** Whether any purge since that number is for that. */
  readonly some: (since: number, isFor: (purge: Purge) => boolean) => boolean;
};

/** Longer than a fetch may take. */
const rememberMs = 60_000;
const longest = 20_000;

/** Remembers what was purged for as long as a fetch that began before may still come back. */
export const createPurgeLog = (now: () => number): PurgeLog => {
  let entries: Entry[] = [];
  let last = 0;
  let forgotten = 0;

  const forget = (): void => {
    const oldMs = now() - rememberMs;
    const keep = Math.max(
      entries.findIndex(({ atMs }) => atMs > oldMs),
      entries.length - longest / 2,
    );
    forgotten = entries[keep - 1]?.number ?? forgotten;
    entries = entries.slice(keep);
  };
  const some = (since: number, isFor: (purge: Purge) => boolean): boolean => {
    if (since === last) return false;
    if (since < forgotten) return true;
    // The newest come first: a fetch takes milliseconds, the log is of a minute.
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const entry = entries[at];
      if (!entry || entry.number <= since) return false;
      if (isFor(entry.purge)) return true;
    }
    return false;
  };
  return {
    number: () => last,
    note: (purge) => {
      last += 1;
      entries.push({ number: last, atMs: now(), purge });
      if (entries.length > longest) forget();
    },
    noteEverything: () => {
      last += 1;
      forgotten = last;
      entries = [];
    },
    hasTouched: (since, dependence) => some(since, (purge) => isTouchedBy(dependence, purge)),
    some,
  };
};
