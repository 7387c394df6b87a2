import { scopeMeanings, scopesByMachine, scopesByRole } from '@cartograph/viewer';
import { expectedFields } from './expected-fields.ts';
import { expectedMutations } from './expected-mutations.ts';
import { expectedStates } from './expected-states.ts';
import { expectedTypes } from './expected-types.ts';
import { badCredentials, kindsOfViewer, type ViewerKind, viewerKinds } from './viewer-kinds.ts';

/** docs/permissions.md: who may see and do what, for people. */
export const permissionsPage = (): string =>
  `${[
    '# Permissions',
    'Who may see and do what, at whichever door: a query, `node(id:)`, a field of another type, a subgraph asked by the gateway. Written by `pnpm generate` from the tables in `packages/permission-matrix`, every cell of which is tried by `tests/permissions`; why a refusal looks as it does: [decision 6](decisions/0006-access-rules-at-the-gateway.md).',
    '## Who asks',
    table(['viewer', 'who'], Object.entries({ ...viewerKinds, ...badCredentials })),
    'A forged or expired credential refuses the whole request with UNAUTHENTICATED. A subgraph refuses whoever is not the gateway, whatever they bring.',
    '## Roles and machines',
    'A role is a name for scopes, which the issuer puts into the access token. What is somebody’s own needs no scope.',
    table(['role', 'scopes'], scopeRows(scopesByRole)),
    table(['machine client', 'scopes'], scopeRows(scopesByMachine)),
    table(
      ['scope', 'what it opens'],
      Object.entries(scopeMeanings).map(([scope, meaning]) => [`\`${scope}\``, meaning]),
    ),
    '## Types',
    matrix('type', thingsSeen()),
    '## Things that their state hides',
    'Kept back by the subgraph alone, which knows the state.',
    matrix(
      'thing',
      Object.entries(expectedStates).map(([name, { by }]) => [name, by]),
    ),
    '## Fields with a scope of their own',
    matrix('field', Object.entries(expectedFields)),
    '## Mutations',
    'Owner and guest act on what is theirs, everybody else on what is the owner’s.',
    matrix('mutation', Object.entries(expectedMutations)),
    '## Parts',
    'Seen by whoever sees what they are a part of, and only there.',
    table(['type', 'part of'], partRows()),
    `Only in the answer of a mutation: ${answers()
      .map((name) => `\`${name}\``)
      .join(', ')}.`,
  ].join('\n\n')}\n`;

const scopeRows = (scopes: Readonly<Record<string, readonly string[]>>): string[][] =>
  Object.entries(scopes).map(([name, given]) => [name, given.map((scope) => `\`${scope}\``).join(', ') || 'none']);

const thingsSeen = (): [string, readonly ViewerKind[]][] =>
  Object.entries(expectedTypes).flatMap(([name, expected]) => (expected.kind === 'seen' ? [[name, expected.by]] : []));

const partRows = (): string[][] =>
  Object.entries(expectedTypes).flatMap(([name, expected]) =>
    expected.kind === 'part' ? [[`\`${name}\``, expected.of.map((owner) => `\`${owner}\``).join(', ')]] : [],
  );

const answers = (): string[] =>
  Object.entries(expectedTypes).flatMap(([name, expected]) => (expected.kind === 'answer' ? [name] : []));

const matrix = (what: string, rows: readonly [string, readonly ViewerKind[]][]): string =>
  table(
    [what, ...kindsOfViewer],
    rows.map(([name, by]) => [`\`${name}\``, ...kindsOfViewer.map((kind) => (by.includes(kind) ? '✓' : '–'))]),
  );

/** Columns as wide as their widest cell, as the formatter of the house has them. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
};
