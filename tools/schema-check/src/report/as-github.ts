import { describeHit, type Finding } from '../finding.ts';
import { countText, type Report, scopeText, sorted } from './report.ts';

/** The report as commands of a GitHub workflow: each finding becomes an annotation at its line. */
export const asGithub = (report: Report): string =>
  [
    ...(report.remark ? [`::notice::${escaped(report.remark)}`] : []),
    ...sorted(report.findings).map(annotation),
    `${countText(report.findings)}: ${scopeText(report)}`,
  ].join('\n');

const annotation = ({ severity, code, message, place, hit = [], cure }: Finding): string => {
  const properties = [
    ...(place ? [`file=${property(place.file)}`, `line=${place.line}`] : []),
    ...(place?.column ? [`col=${place.column}`] : []),
    `title=${property(code)}`,
  ];
  const text = [message, ...hit.map((each) => `hits ${describeHit(each)}`), cure].join('\n');
  return `::${severity} ${properties.join(',')}::${escaped(text)}`;
};

/** A message must not end the command, or begin another. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
