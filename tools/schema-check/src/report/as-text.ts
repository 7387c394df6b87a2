import { describeHit, type Finding } from '../finding.ts';
import { countText, type Report, scopeText, sorted } from './report.ts';

const marks = { error: '✗', warning: '!', notice: '·' };

/** The report for a terminal. */
export const asText = (report: Report): string =>
  [
    ...(report.remark ? [report.remark, ''] : []),
    ...sorted(report.findings).flatMap(findingLines),
    ...changeLines(report.apiChanges),
    `${countText(report.findings)}: ${scopeText(report)}`,
  ].join('\n');

const findingLines = ({ severity, code, message, place, subgraph, hit = [], cure }: Finding): string[] => [
  `${marks[severity]} ${code}  ${message}`,
  ...(place ? [`    at   ${place.file}:${place.line}${place.column ? `:${place.column}` : ''}`] : []),
  ...(place || !subgraph ? [] : [`    in   ${subgraph}`]),
  ...hit.map((each) => `    hits ${describeHit(each)}`),
  `    cure ${cure}`,
  '',
];

const changeLines = (changes: readonly string[]): string[] =>
  changes.length === 0 ? [] : ['What changes in the public schema:', ...changes.map((change) => `  ${change}`), ''];
