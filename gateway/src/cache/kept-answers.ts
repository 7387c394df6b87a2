import { LRUCache } from 'lru-cache';
import { type Dependence, isTouchedBy, type Purge } from './purge.ts';

/** One answer that is kept. What else is said of it holds for whatever it is an answer to. */
export type KeptAnswer<Content> = {
  readonly content: Content;
  readonly freshUntilMs: number;
  /** Until then it may be given away once more while a newer one is fetched. */
  readonly staleUntilMs: number;
  readonly isPrivate: boolean;
  /** For the metrics: the entity's type, or the root type. */
  readonly type: string;
  readonly dependence: Dependence;
};

/** A part of answers, as JSON: an entity in one selection, or what one root fetch brought. */
export type Kept = KeptAnswer<string>;

export type KeptAnswers<Content> = {
  readonly get: (key: string) => KeptAnswer<Content> | undefined;
  readonly set: (key: string, kept: KeptAnswer<Content>) => void;
  /** Returns how many went. */
  readonly purge: (purge: Purge) => number;
  /** Returns how many there were. */
  readonly forgetAll: () => number;
  readonly bytes: () => number;
};

/** An object, its place in the order and in the index, roughly. */
const overheadBytes = 400;
const tagBytes = 120;

/** Answers in memory, found by key and by what they depend on; the least recently used go when the bytes are used up. */
export const createKeptAnswers = <Content extends string | Buffer>({
  maxBytes,
}: {
  maxBytes: number;
}): KeptAnswers<Content> => {
  type Kept = KeptAnswer<Content>;
  const byTag = new Map<string, Map<string, Kept>>();
  const leave = (kept: Kept, key: string): void => {
    for (const tag of kept.dependence.tags) {
      const tagged = byTag.get(tag);
      tagged?.delete(key);
      if (tagged?.size === 0) byTag.delete(tag);
    }
  };
  const answers = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: (kept, key) =>
      overheadBytes + bytesOf(kept.content) + 2 * key.length + tagBytes * kept.dependence.tags.size,
    dispose: leave,
  });
  return {
    get: (key) => answers.get(key),
    set: (key, kept) => {
      answers.set(key, kept);
      // One that is too large was not taken.
      if (answers.peek(key) !== kept) return;
      for (const tag of kept.dependence.tags) {
        const tagged = byTag.get(tag) ?? new Map<string, Kept>();
        byTag.set(tag, tagged.set(key, kept));
      }
    },
    purge: (purge) => {
      const candidates = purge.tags.flatMap((tag) => [...(byTag.get(tag) ?? [])]);
      const touched = new Set(candidates.filter(([, kept]) => isTouchedBy(kept.dependence, purge)).map(([key]) => key));
      for (const key of touched) answers.delete(key);
      return touched.size;
    },
    forgetAll: () => {
      const { size } = answers;
      answers.clear();
      return size;
    },
    bytes: () => answers.calculatedSize,
  };
};

const bytesOf = (content: string | Buffer): number => (typeof content === 'string' ? 2 : 1) * content.length;
