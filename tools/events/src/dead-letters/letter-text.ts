import { duration } from '../terminal/duration.ts';
import { plainText } from '../terminal/plain-text.ts';
import { table } from '../terminal/table.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { Moved } from './move-letters.ts';

/** The letters as a table, oldest first. */
export const lettersTable = (letters: readonly DeadLetter[]): string =>
  table(
    letters
      .toSorted((a, b) => (a.arrivedAt?.getTime() ?? 0) - (b.arrivedAt?.getTime() ?? 0))
      .map(({ messageId, subgraph, event, about, reason, arrivedAt }) => ({
        'message id': messageId,
        subgraph,
        event: plainText(event ?? '(no event)'),
        about: plainText(about ?? '-'),
        age: arrivedAt === null ? '-' : duration(Date.now() - arrivedAt.getTime()),
        reason: plainText(reason.replaceAll(/\s+/g, ' ')),
      })),
    'There are no dead letters.',
  );

/** One letter in full. */
export const letterText = ({ messageId, subgraph, event, about, reason, arrivedAt, body }: DeadLetter): string =>
  [
    `message id  ${messageId}`,
    `subgraph    ${subgraph}`,
    `event       ${plainText(event ?? '(no event)')}`,
    `about       ${plainText(about ?? '-')}`,
    `arrived     ${arrivedAt?.toISOString() ?? '-'}`,
    `reason      ${plainText(reason.replaceAll(/\s+/g, ' '))}`,
    ...prettyOf(body).split('\n').map(plainText),
  ].join('\n');

/** A letter as --json shows it. */
export const publicOf = ({ messageId, subgraph, event, about, reason, arrivedAt, body }: DeadLetter): DeadLetter => ({
  messageId,
  subgraph,
  event,
  about,
  reason,
  arrivedAt,
  body,
});

/** What became of the letters, those that failed with their error. */
export const movedText = (moved: readonly Moved[], done: string): string => {
  const failed = moved.filter(({ error }) => error !== null);
  return [
    `${moved.length - failed.length} ${done}.`,
    ...failed.map(({ messageId, subgraph, error }) => `Not ${done}: ${messageId} of ${subgraph}: ${error}`),
  ].join('\n');
};

const prettyOf = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};
