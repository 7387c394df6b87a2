import { type CheckName, checkNames, type Finding, type Severity } from '../finding.ts';

/** What a check of the graph has to say. */
export interface Report {
  /** What was compared with. */
  base: string;
  /** What people should know of how the base was chosen. */
  remark?: string;
  findings: Finding[];
  /** Every change of the public schema in a sentence. */
  apiChanges: string[];
  /** How much was looked at: a check that looks at nothing finds nothing. */
  looked: { subgraphs: number; operations: number; clients: number; databases: number };
}

const order: readonly Severity[] = ['error', 'warning', 'notice'];

/** The worst first, then by check and place. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      checkNames.indexOf(a.check) - checkNames.indexOf(b.check) ||
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );

/** Whether the command fails: for what breaks, and for what it was told to be strict about. */
export const hasFailed = ({ findings }: Report, strict: readonly CheckName[]): boolean =>
  findings.some(({ severity, check }) => severity === 'error' || (severity === 'warning' && strict.includes(check)));

/** `2 errors, 1 warning`, or `nothing found`. */
export const countText = (findings: readonly Finding[]): string => {
  const counts = order.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'nothing found' : counts.join(', ');
};

/** `4 subgraphs, 12 operations of 3 clients and 4 databases, compared with main (3f2a91c)`. */
export const scopeText = ({ base, looked }: Report): string =>
  `${looked.subgraphs} subgraphs, ${looked.operations} operations of ${looked.clients} clients and ${looked.databases} databases, compared with ${base}`;
