import type { ViewerKind } from '@cartograph/permission-matrix';
import type { GraphAnswer } from '@cartograph/testing';
import type { Cell, MutationCell } from './cells.ts';
import { isAnythingAt } from './selection-to.ts';
import type { Asker, Credential } from './who-asks.ts';
import type { World } from './world.ts';

/** Asks the gateway (null) or a subgraph, with one credential. */
export type Ask = (subgraph: string | null, credential: Credential, text: string) => Promise<GraphAnswer>;

/** What one viewer met in one cell. */
export type Found = {
  readonly row: string;
  readonly door: string;
  readonly kind: ViewerKind;
  readonly isSeen: boolean;
  readonly isExpected: boolean;
  readonly isMade: boolean;
  readonly said: string;
};

const refusals = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);
/** As many questions go into one operation: the gateway limits how much one may ask. */
const batchSize = 8;

/** The text with the world's ids in it. */
export const inWorld = (text: string, world: World, door = 'gateway'): string =>
  text.replace(/\$(\w+)/g, (_, name: string) => {
    const value = name === 'unique' ? crypto.randomUUID() : (world[name] ?? world[`${name} at ${door}`]);
    if (value === undefined || value === '') throw new Error(`the world has no ${name}`);
    return JSON.stringify(value);
  });

/** Asks all cells of one door for one viewer, several in one operation. */
export const askCells = async (
  ask: Ask,
  cells: readonly Cell[],
  { kind, credentials, world }: Asker,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (const batch of batches(cells)) {
    const text = `{ ${batch.map(({ selection }, index) => `c${index}: ${inWorld(selection, world)}`).join(' ')} }`;
    const answers = await Promise.all(
      credentials.map((credential) => ask(batch[0]?.subgraph ?? null, credential, text)),
    );
    for (const answer of answers) refuseFaults(answer, text);
    for (const [index, { row, door, way, seenBy, isMade }] of batch.entries()) {
      const isSeen = answers.some(({ data }) => isAnythingAt(data, [`c${index}`, ...way.slice(1)]));
      found.push({
        row,
        door,
        kind,
        isSeen,
        isExpected: seenBy.includes(kind),
        isMade,
        said: saidOf(answers, `c${index}`),
      });
    }
  }
  return found;
};

const batches = (cells: readonly Cell[]): Cell[][] => {
  const bySubgraph = Map.groupBy(cells, ({ subgraph }) => subgraph);
  return [...bySubgraph.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / batchSize) }, (_, index) =>
      group.slice(index * batchSize, (index + 1) * batchSize),
    ),
  );
};

/** A refusal and a null are answers; anything else is a fault of the platform or of the probe, and no cell is decided by it. */
const refuseFaults = ({ data, errors = [] }: GraphAnswer, text: string): void => {
  const faults = errors.filter(({ extensions }) => !refusals.has(extensions?.code ?? ''));
  if (faults.length > 0 || data === undefined) throw new Error(`${JSON.stringify(faults)} to ${text}`);
};

const saidOf = (answers: readonly GraphAnswer[], alias: string): string =>
  answers
    .flatMap(({ errors = [] }) =>
      errors.filter(({ path }) => path?.[0] === alias).map(({ extensions }) => extensions?.code),
    )
    .join();

/** Calls a mutation as one viewer. Called is whatever was not refused and not hidden: also an error of the business. */
export const callMutation = async (
  ask: Ask,
  cell: MutationCell & { door: 'gateway' | 'subgraph' },
  { kind, credentials, world }: Asker,
): Promise<Found> => {
  const { mutation, subgraph, door, text, hiddenAs, calledBy } = cell;
  const [credential] = credentials as [Credential];
  const answer = await ask(door === 'gateway' ? null : subgraph, credential, inWorld(text, world, door));
  refuseFaults(answer, text);
  const data = answer.data as
    | Readonly<Record<string, { userErrors: readonly { code: string }[] } | null>>
    | null
    | undefined;
  const payload = data?.[mutation];
  const codes = payload?.userErrors.map(({ code }) => code) ?? [];
  const isSeen = Boolean(payload) && !codes.includes(hiddenAs ?? 'never');
  return {
    row: mutation,
    door,
    kind,
    isSeen,
    isExpected: calledBy.includes(kind),
    isMade: true,
    said: [...codes, saidOf([answer], mutation)].join(),
  };
};

/** The cells that are not as the table says, as sentences. */
export const surprisesIn = (found: readonly Found[]): string[] =>
  found
    .filter(({ isSeen, isExpected, isMade }) => (isMade ? isSeen !== isExpected : isSeen))
    .map(({ row, door, kind, isSeen, said }) =>
      `${row} by ${door}: ${isSeen ? 'open' : 'closed'} to ${kind} ${said}`.trim(),
    );
