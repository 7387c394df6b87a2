import type { BeyondPrisma } from './beyond-prisma.ts';
import type { DatabaseDescription } from './describe-database.ts';

/** One thing that is not the same in what the migrations make and in what the schema says. */
export type Difference =
  | { kind: 'unsaid'; thing: string; made: string }
  | { kind: 'unmade'; thing: string; said: string }
  | { kind: 'differs'; thing: string; made: string; said: string }
  /** Declared, though there is no such difference. */
  | { kind: 'gone'; thing: string };

interface Databases {
  made: DatabaseDescription;
  said: DatabaseDescription;
  beyond: BeyondPrisma;
}

/** What differs without being declared, and what is declared without differing. */
export const compareDescriptions = (databases: Databases): Difference[] => [
  ...withoutParts(undeclared(databases)),
  ...goneFrom(databases),
];

const undeclared = ({ made, said, beyond }: Databases): Difference[] =>
  [...new Set([...made.keys(), ...said.keys()])].sort().flatMap((thing): Difference[] => {
    const [here, there] = [made.get(thing), said.get(thing)];
    if (here === undefined) return [{ kind: 'unmade', thing, said: there ?? '' }];
    if (there === undefined) return beyond.adds.has(thing) ? [] : [{ kind: 'unsaid', thing, made: here }];
    if (here === there || beyond.differs.get(thing) === here) return [];
    return [{ kind: 'differs', thing, made: here, said: there }];
  });

/** Of a table that only one side knows, the table is told, and not each of its columns. */
const withoutParts = (differences: readonly Difference[]): Difference[] => {
  const tables = differences.flatMap(({ kind, thing }) =>
    kind !== 'differs' && thing.startsWith('table ') ? [thing.slice('table '.length)] : [],
  );
  return differences.filter(({ thing }) => !tables.some((table) => thing.includes(` ${table}.`)));
};

const goneFrom = ({ made, said, beyond }: Databases): Difference[] => {
  const adds = [...beyond.adds].filter((thing) => !made.has(thing) || said.has(thing));
  const differs = [...beyond.differs.keys()].filter((thing) => !made.has(thing) || made.get(thing) === said.get(thing));
  return [...adds, ...differs].map((thing) => ({ kind: 'gone', thing }));
};
