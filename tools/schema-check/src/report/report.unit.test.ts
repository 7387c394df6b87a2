import { describe, expect, it } from 'vitest';
import type { Finding } from '../finding.ts';
import { asGithub } from './as-github.ts';
import { asJson } from './as-json.ts';
import { asMarkdown, commentMark } from './as-markdown.ts';
import { asText } from './as-text.ts';
import { hasFailed, type Report } from './report.ts';

const removed: Finding = {
  check: 'changes',
  code: 'FIELD_REMOVED',
  severity: 'error',
  message: "Field 'title' was removed",
  subgraph: 'product',
  place: { file: 'subgraphs/product/schema.graphql', line: 27, column: 6 },
  hit: [
    {
      client: 'storefront',
      version: '1.4.0',
      operation: 'ProductPage',
      requests: 12,
      lastSeen: '2026-11-24T21:14:09Z',
    },
  ],
  cure: 'Bring it back.',
};
const undescribed: Finding = { check: 'lint', code: 'NOT_DESCRIBED', severity: 'warning', message: 'm', cure: 'c' };

const report = (...findings: Finding[]): Report => ({
  base: 'main (3f2a91c)',
  findings,
  apiChanges: ["Field 'title' was removed"],
  looked: { subgraphs: 4, operations: 9, clients: 2, databases: 4 },
});

describe('the report', () => {
  it('says in a terminal what, where, who and how instead, the worst first', () => {
    const text = asText(report(undescribed, removed));
    expect(text).toContain(
      "✗ FIELD_REMOVED  Field 'title' was removed\n    at   subgraphs/product/schema.graphql:27:6",
    );
    expect(text).toContain('hits storefront 1.4.0 · ProductPage (12 requests, last 2026-11-24)');
    expect(text.indexOf('FIELD_REMOVED')).toBeLessThan(text.indexOf('NOT_DESCRIBED'));
    expect(text).toContain(
      '1 error, 1 warning: 4 subgraphs, 9 operations of 2 clients and 4 databases, compared with main',
    );
  });

  it('is an annotation at the line in a workflow, whatever the texts hold', () => {
    const nasty = { ...removed, message: 'one\n::warning::two 100%' };
    const [line] = asGithub(report(nasty)).split('\n');
    expect(line).toMatch(/^::error file=subgraphs\/product\/schema\.graphql,line=27,col=6,title=FIELD_REMOVED::/);
    expect(line).toContain('one%0A::warning::two 100%25');
  });

  it('is one comment of a pull request that is found again, and mentions nobody', () => {
    const nasty = { ...removed, message: 'by <b>@everybody</b>' };
    const text = asMarkdown(report(nasty));
    expect(text.startsWith(commentMark)).toBe(true);
    expect(text).not.toMatch(/<b>|@everybody/);
    expect(text).toContain('`subgraphs/product/schema.graphql:27`');
    expect(asMarkdown(report(...Array.from({ length: 2_000 }, () => nasty))).length).toBeLessThan(65_536);
  });

  it('is read by programs as JSON', () => {
    expect(JSON.parse(asJson(report(removed)))).toMatchObject({ version: 1, findings: [removed] });
  });

  it('fails for what breaks, and for a warning only where it was told to be strict', () => {
    expect(hasFailed(report(removed), [])).toBe(true);
    expect(hasFailed(report(undescribed), [])).toBe(false);
    expect(hasFailed(report(undescribed), ['lint'])).toBe(true);
    expect(hasFailed(report(undescribed), ['contracts'])).toBe(false);
  });
});
