import type { UnreadableFile } from '../use-cases/check-files.ts';
import type { ImportedEntry, ImportSummary } from '../use-cases/import-summary.ts';

/** What became of the import in one sentence. */
export const summaryLine = (summary: ImportSummary, seconds: number): string => {
  const { done, expected, created, updated, unchanged, refused } = summary;
  const counts = `${created} new, ${updated} changed, ${unchanged} as they were, ${refused.length} refused`;
  const stop = summary.isInterrupted ? ` Interrupted: ${expected - done} products were not looked at.` : '';
  return `${done} of ${expected} products in ${seconds.toFixed(1)} s: ${counts}.${stop}\n`;
};

/** One product with its reasons: the first line as editors and terminals understand a place in a file. */
export const entryText = (entry: ImportedEntry): string => {
  const [first, last] = entry.lines;
  const place = `${entry.file}:${first}${last > first ? `-${last}` : ''}`;
  const word = entry.change === 'REFUSED' ? 'refused' : 'imported, but';
  const name = entry.handle === '' ? 'a product without a handle' : entry.handle;
  const reasons = entry.reasons.map(
    ({ line, column, message }) => `  line ${line}${column ? `, ${column}` : ''}: ${message}`,
  );
  return `${[`${place}: ${name} ${word}:`, ...reasons].join('\n')}\n`;
};

export const unreadableText = ({ file, line, message }: UnreadableFile): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}\n`;

/** The report for programs. */
export const reportJson = (summary: ImportSummary): string => {
  const { refused, warned, ...counts } = summary;
  return `${JSON.stringify({ ...counts, refused, warned }, null, 2)}\n`;
};
