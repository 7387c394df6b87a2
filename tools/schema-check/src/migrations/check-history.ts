import type { Finding } from '../finding.ts';
import type { DatabaseFiles, MigrationFile } from '../graph/graph-state.ts';

/** Migrations that were deployed stay as they are, and new ones come after them. */
export const checkHistory = (earlier: DatabaseFiles | undefined, now: DatabaseFiles): Finding[] => {
  if (earlier === undefined) return [];
  const newest = earlier.migrations.at(-1)?.name ?? '';
  const known = new Map(earlier.migrations.map((migration) => [migration.name, migration]));
  const present = new Set(now.migrations.map(({ name }) => name));
  return [
    ...now.migrations.filter(({ name, sql }) => (known.get(name)?.sql ?? sql) !== sql).map((each) => edited(now, each)),
    ...earlier.migrations.filter(({ name }) => !present.has(name)).map((each) => removed(now, each)),
    ...now.migrations.filter(({ name }) => !known.has(name) && name < newest).map((each) => tooOld(now, each, newest)),
  ];
};

const edited = ({ name: subgraph }: DatabaseFiles, { name, file }: MigrationFile): Finding => ({
  check: 'migrations',
  code: 'MIGRATION_EDITED',
  severity: 'error',
  message: `${name} was edited, though the base has it: databases that applied it refuse to go on`,
  subgraph,
  place: { file, line: 1 },
  cure: 'Put it back, and write a further migration.',
});

const removed = ({ name: subgraph, file }: DatabaseFiles, { name }: MigrationFile): Finding => ({
  check: 'migrations',
  code: 'MIGRATION_REMOVED',
  severity: 'error',
  message: `${name} is gone, though the base has it: new databases become other than those that applied it`,
  subgraph,
  place: { file, line: 1 },
  cure: 'Put it back, and undo it by a further migration.',
});

const tooOld = ({ name: subgraph }: DatabaseFiles, { name, file }: MigrationFile, newest: string): Finding => ({
  check: 'migrations',
  code: 'MIGRATION_OUT_OF_ORDER',
  severity: 'error',
  message: `${name} is new, but older than ${newest}, which the base has: databases apply them in another order`,
  subgraph,
  place: { file, line: 1 },
  cure: 'Delete it and write it again by `pnpm migrations:new`: its name becomes the newest.',
});
