import type { TellCache } from './cache-events.ts';
import type { Asking } from './fetch-lookup.ts';
import type { Kept, KeptAnswer, KeptAnswers } from './kept-answers.ts';
import type { PurgeLog } from './purge-log.ts';

/** What answers of whole operations are kept in, apart from their parts: many of them must not push the parts out. */
export type AnswersRoom = {
  readonly answers: KeptAnswers<Buffer>;
  readonly purges: PurgeLog;
  readonly now: () => number;
  readonly tell: TellCache;
};

/** One run of one operation: whether everything in it came from the cache, and from what of it. */
export type WholeAnswer = {
  /** Told of each thing that was asked for: what was kept of it, or null when it had to be fetched or is old. */
  readonly uses: (part: Kept | null) => void;
  readonly find: (operation: string) => Buffer | undefined;
  readonly keep: (operation: string, body: () => Buffer | undefined) => void;
};

/** For the metrics, where a part tells its type: no type begins with a small letter. */
const type = 'operation';

/**
 * An answer that was made of kept parts alone may be given again as it is. It holds as long as the first of its parts, is
 * private when one of them is, and goes with each purge that takes any of them.
 */
export const wholeAnswer = (room: AnswersRoom, asking: Omit<Asking, 'uses'>): WholeAnswer => {
  const { answers, purges, now, tell } = room;
  const since = purges.number();
  const parts: Kept[] = [];
  let isWhole = true;
  const keyOf = (operation: string, viewer: string | null) => `${asking.graph} ${viewer ?? ''} ${operation}`;
  const fresh = (key: string): KeptAnswer<Buffer> | undefined => {
    const kept = answers.get(key);
    return kept && kept.freshUntilMs > now() ? kept : undefined;
  };
  return {
    uses: (part) => {
      if (part) parts.push(part);
      else isWhole = false;
    },
    find: (operation) => {
      if (asking.wantsFresh) return undefined;
      const own = asking.viewer === null ? undefined : fresh(keyOf(operation, asking.viewer));
      const kept = own ?? fresh(keyOf(operation, null));
      if (!kept) return undefined;
      asking.given(kept.isPrivate ? null : Math.floor((kept.freshUntilMs - now()) / 1_000));
      tell('hit', type);
      return kept.content;
    },
    keep: (operation, body) => {
      if (!isWhole || parts.length === 0) return;
      const content = body();
      if (!content) return;
      const made = madeOf(parts, content);
      if (made.isPrivate && asking.viewer === null) return;
      if (purges.hasTouched(since, made.dependence)) return;
      answers.set(keyOf(operation, made.isPrivate ? asking.viewer : null), made);
      tell('kept', type);
    },
  };
};

const madeOf = (parts: readonly Kept[], content: Buffer): KeptAnswer<Buffer> => {
  const untilMs = Math.min(...parts.map(({ freshUntilMs }) => freshUntilMs));
  return {
    content,
    freshUntilMs: untilMs,
    staleUntilMs: untilMs,
    isPrivate: parts.some(({ isPrivate }) => isPrivate),
    type,
    // Together: a purge of single fields may take one more than it must, and never one too few.
    dependence: {
      tags: new Set(parts.flatMap(({ dependence }) => [...dependence.tags])),
      fields: new Set(parts.flatMap(({ dependence }) => [...dependence.fields])),
    },
  };
};
