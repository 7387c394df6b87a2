import { type Report, sorted } from './report.ts';

/** The report for programs. */
export const asJson = (report: Report): string =>
  JSON.stringify({ version: 1, ...report, findings: sorted(report.findings) }, null, 2);
