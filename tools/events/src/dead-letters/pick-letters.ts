import { CannotDo, WrongUse } from '../terminal/complaints.ts';
import type { DeadLetter } from './dead-letter.ts';

/** The letters that were asked for, by id or all. Throws WrongUse for neither or both, CannotDo for an id that is not there. */
export const pickLetters = <Letter extends DeadLetter>(
  letters: readonly Letter[],
  ids: readonly string[],
  isAll: boolean,
): readonly Letter[] => {
  if (isAll === ids.length > 0) throw new WrongUse('Say which: one MESSAGE_ID or more, or --all.');
  if (isAll) return letters;
  const missing = ids.filter((id) => !letters.some(({ messageId }) => messageId === id));
  if (missing.length > 0) {
    throw new CannotDo(
      `No dead letter has the id ${missing.join(', ')}; "pnpm events dlq list" shows those there are.`,
    );
  }
  return letters.filter(({ messageId }) => ids.includes(messageId));
};
