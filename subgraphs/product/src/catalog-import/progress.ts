import type { ImportSummary } from '../use-cases/import-summary.ts';

type Output = { readonly isTTY?: boolean | undefined; write(text: string): unknown };

const screenEveryMs = 100;
const lineEveryMs = 5_000;

/** Shows how far the import is: one line that changes on a screen, a new line now and then anywhere else. */
export const createProgress = (output: Output, now: () => number) => {
  const everyMs = output.isTTY ? screenEveryMs : lineEveryMs;
  let shownAt = now();
  let isShown = false;
  return {
    show: (summary: ImportSummary): void => {
      if (now() - shownAt < everyMs) return;
      shownAt = now();
      isShown = true;
      const text = lineOf(summary);
      output.write(output.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
    },
    /** Leaves the line as it is and goes to the next. */
    end: (): void => {
      if (isShown && output.isTTY) output.write('\r\u001b[K');
    },
  };
};

const lineOf = ({ done, expected, refused }: ImportSummary): string => {
  const percent = expected === 0 ? 100 : Math.floor((done / expected) * 100);
  return `${done} of ${expected} products (${percent} %)${refused.length > 0 ? `, ${refused.length} refused` : ''}`;
};
