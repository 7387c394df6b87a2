import type { Finding, Severity } from '../finding.ts';
import { type ClientOperation, hitOf } from '../graph/client-operation.ts';
import { type ApiChange, apiChanges } from './api-change.ts';
import { breakingKinds, type ChangeKind, openEndedKinds, surprisingKinds } from './change-kinds.ts';
import { isDeprecatedIn } from './is-deprecated-in.ts';
import { whereIs } from './place-of.ts';
import { type SchemaPair, usersOf } from './schema-pair.ts';

export interface ApiChanges {
  findings: Finding[];
  /** Every change of the public schema in a sentence, descriptions aside. */
  summary: string[];
}

/** What changed in the public schema, judged by who uses it. */
export const checkChanges = async (pair: SchemaPair): Promise<ApiChanges> => {
  const changes = withoutEchoes(await apiChanges(pair.apiBefore, pair.apiAfter));
  return {
    findings: changes.flatMap((change) => judge(change, pair)),
    summary: changes.filter(({ type }) => !type.includes('DESCRIPTION')).map(({ message }) => message),
  };
};

/** Where a type changed, that its default did too is not another change. */
const withoutEchoes = (changes: ApiChange[]): ApiChange[] => {
  const retyped = new Set(changes.filter(({ type }) => type.endsWith('TYPE_CHANGED')).map(({ path }) => path));
  return changes.filter(({ type, path }) => !(type in surprisingKinds && retyped.has(path)));
};

const judge = (change: ApiChange, pair: SchemaPair): Finding[] => {
  if (change.isBreaking) return judgeBreaking(change, pair);
  const surprising = surprisingKinds[change.type];
  const users = surprising === undefined ? [] : usersOf(pair.used, surprising.coordinates(change));
  if (surprising !== undefined && users.length > 0)
    return [findingOf(change, pair, { severity: 'warning', users, kind: surprising })];
  return judgeOpenEnded(change, pair);
};

const judgeOpenEnded = (change: ApiChange, pair: SchemaPair): Finding[] => {
  const coordinates = openEndedKinds[change.type]?.(change) ?? [];
  const users = usersOf(pair.used, coordinates);
  if (users.length === 0) return [];
  const kind: ChangeKind = {
    coordinates: () => [change.path],
    cure: 'Clients treat a value they do not know as "other"; tell those who list all of them.',
  };
  return [findingOf(change, pair, { severity: 'notice', users, kind })];
};

/** A kind that is not known is judged by nobody's use: it counts as breaking. */
const unknownKind: ChangeKind = {
  coordinates: ({ path }) => [path],
  cure: 'Take it back, or add something new beside it.',
};

const judgeBreaking = (change: ApiChange, pair: SchemaPair): Finding[] => {
  // Directives of the schema itself; clients send none of them.
  if (change.type.startsWith('DIRECTIVE')) return [];
  const kind = breakingKinds[change.type] ?? unknownKind;
  const users = usersOf(pair.used, kind.coordinates(change));
  const isKnown = change.type in breakingKinds;
  if (users.length > 0 || !isKnown) return [findingOf(change, pair, { severity: 'error', users, kind })];
  if (pair.used.length === 0) return [unjudged(change, pair, kind)];
  const coordinate = kind.coordinates(change)[0] ?? '';
  if (kind.mustBeDeprecated && !isDeprecatedIn(pair.apiBefore, coordinate)) return [undeprecated(change, pair, kind)];
  return [findingOf(change, pair, { severity: 'notice', users, kind })];
};

const unjudged = (change: ApiChange, pair: SchemaPair, kind: ChangeKind): Finding => {
  const finding = findingOf(change, pair, { severity: 'error', users: [], kind });
  return {
    ...finding,
    message: `${finding.message} (no client's operations are known, so everybody counts as a user)`,
  };
};

const undeprecated = (change: ApiChange, pair: SchemaPair, kind: ChangeKind): Finding => ({
  ...findingOf(change, pair, { severity: 'error', users: [], kind }),
  code: 'REMOVED_WITHOUT_DEPRECATION',
  message: `${change.message}, but it was not deprecated before: clients that are not known here had no warning`,
});

interface Verdict {
  severity: Severity;
  users: readonly ClientOperation[];
  kind: ChangeKind;
}

const findingOf = (change: ApiChange, pair: SchemaPair, { severity, users, kind }: Verdict): Finding => ({
  check: 'changes',
  code: change.type,
  severity,
  message: severity === 'notice' && users.length === 0 ? `${change.message}; no known client uses it` : change.message,
  ...whereIs(kind.at?.(change) ?? kind.coordinates(change)[0] ?? change.path, pair),
  ...(users.length > 0 && { hit: users.map(hitOf) }),
  cure: severity === 'notice' && users.length === 0 ? 'Nothing to do.' : kind.cure,
});
