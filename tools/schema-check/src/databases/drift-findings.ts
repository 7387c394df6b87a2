import type { Finding, Place } from '../finding.ts';
import type { DatabaseFiles } from '../graph/graph-state.ts';
import { beyondPrismaFile } from './beyond-prisma.ts';
import type { Difference } from './compare-descriptions.ts';

/** A difference between two databases, as a finding at the line that names the thing. */
export const driftFinding = (database: DatabaseFiles, difference: Difference): Finding => {
  const { name: subgraph } = database;
  const { message, cure, isIn } = wording(database, difference);
  const isGone = difference.kind === 'gone';
  return {
    check: 'migrations',
    code: isGone ? 'DIFFERENCE_GONE' : 'DATABASE_DRIFT',
    severity: isGone ? 'warning' : 'error',
    message,
    subgraph,
    place: isGone ? { file: beyondPrismaFile(subgraph), line: 1 } : placeOf(database, difference.thing, isIn),
    cure,
  };
};

type Wording = { message: string; cure: string; isIn: 'migrations' | 'schema' };

const wording = ({ name, file }: DatabaseFiles, difference: Difference): Wording => {
  const { thing, kind } = difference;
  const beyond = beyondPrismaFile(name);
  const write = `Run \`pnpm migrations:new ${name} <what_changes>\` and commit what it writes`;
  if (kind === 'gone') {
    return { message: `${beyond} declares ${thing}, which is no difference`, cure: 'Take it out.', isIn: 'schema' };
  }
  if (kind === 'unmade') {
    return {
      message: `${file} says ${text(thing, difference.said)}, which no migration makes`,
      cure: `${write}.`,
      isIn: 'schema',
    };
  }
  if (kind === 'unsaid') {
    return {
      message: `the migrations make ${text(thing, difference.made)}, of which ${file} says nothing`,
      cure: `Say it in ${file}; what Prisma's language cannot say stands in ${beyond} with its reason.`,
      isIn: 'migrations',
    };
  }
  return {
    message: `the migrations make ${text(thing, difference.made)}, ${file} says ${difference.said}`,
    cure: `${write}, or correct ${file}; what Prisma's language cannot say stands in ${beyond} with its reason.`,
    isIn: 'schema',
  };
};

const text = (thing: string, definition: string): string => (definition === '' ? thing : `${thing} (${definition})`);

/** The last line that names it: the newest migration that speaks of it is the one to look at. */
const placeOf = (database: DatabaseFiles, thing: string, isIn: Wording['isIn']): Place => {
  const name = thing.split(/[ .]/).at(-1) ?? thing;
  const sources = database.migrations.toReversed().map(({ file, sql }) => ({ file, content: sql }));
  const schema = { file: database.file, content: database.schema };
  for (const { file, content } of isIn === 'schema' ? [schema, ...sources] : [...sources, schema]) {
    const line = content.split('\n').findLastIndex((each) => each.includes(name));
    if (line >= 0) return { file, line: line + 1 };
  }
  return { file: database.file, line: 1 };
};
