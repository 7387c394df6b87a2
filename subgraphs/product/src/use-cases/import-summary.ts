import type { LineSpan } from '../domain/catalog-csv/catalog-product.ts';

/** Why a product was refused, or what was changed about it. `line` is the file's, from 1. */
export type ImportReason = {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
};

/** What became of one product of a file. For a refused one the reasons say why, for the others they are warnings. */
export type ImportedEntry = {
  readonly file: string;
  readonly handle: string;
  readonly lines: LineSpan;
  readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REFUSED';
  readonly reasons: readonly ImportReason[];
};

export type ImportSummary = {
  /** Products in all files. */
  readonly expected: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Only products with something to say. */
  readonly refused: ImportedEntry[];
  readonly warned: ImportedEntry[];
  readonly isInterrupted: boolean;
};

export const emptySummary = (expected: number): ImportSummary => ({
  expected,
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: [],
  warned: [],
  isInterrupted: false,
});

/** Counts one product in. */
export const addEntry = (summary: ImportSummary, entry: ImportedEntry): void => {
  summary.done += 1;
  if (entry.change === 'CREATED') summary.created += 1;
  if (entry.change === 'UPDATED') summary.updated += 1;
  if (entry.change === 'UNCHANGED') summary.unchanged += 1;
  if (entry.change === 'REFUSED') summary.refused.push(entry);
  else if (entry.reasons.length > 0) summary.warned.push(entry);
};
