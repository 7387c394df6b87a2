import { describeHit, type Finding } from '../finding.ts';
import { countText, type Report, scopeText, sorted } from './report.ts';

/** Marks the comment, so that the next run finds and updates it. */
export const commentMark = '<!-- schema-check -->';

const titles = { error: 'Breaks', warning: 'Look at', notice: 'To know' };

/** A pull request's comment takes 65,536 characters. */
const maxLength = 60_000;

/** The report as the comment of a pull request. */
export const asMarkdown = (report: Report): string => {
  const findings = sorted(report.findings);
  const sections = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const ofIt = findings.filter((finding) => finding.severity === severity);
    return ofIt.length === 0 ? [] : [`### ${titles[severity]}`, '', ...ofIt.flatMap(item), ''];
  });
  const text = [
    commentMark,
    `## Schema check: ${countText(findings)}`,
    '',
    ...(report.remark ? [`> ${report.remark}`, ''] : []),
    ...sections,
    ...changes(report.apiChanges),
    `<sub>${plain(scopeText(report))}</sub>`,
  ].join('\n');
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}\n\n… and more: the whole report is in the log.`;
};

const item = ({ code, message, place, hit = [], cure }: Finding): string[] => [
  `- **${code}** ${plain(message)}${place ? ` (\`${place.file}:${place.line}\`)` : ''}`,
  ...hit.map((each) => `  - hits ${plain(describeHit(each))}`),
  `  - ${plain(cure)}`,
];

const changes = (all: readonly string[]): string[] =>
  all.length === 0
    ? []
    : [
        `<details><summary>What changes in the public schema (${all.length})</summary>`,
        '',
        ...all.map((change) => `- ${plain(change)}`),
        '',
        '</details>',
        '',
      ];

/** Names come from operations and schemas: they must not become markup, or mention somebody. */
const plain = (text: string): string =>
  text
    .replaceAll(/[<>|*_`[\]]/g, '\\$&')
    .replaceAll('@', '@\u200b')
    .replaceAll('\n', ' ');
