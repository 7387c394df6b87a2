import { countObjects } from '@cartograph/graph-limits';

/** What an operation can cost, and what its answer did. */
export type CountedCost = {
  readonly static: number;
  /** Null until there is an answer. */
  actual: number | null;
  /** Beside the objects of an answer, where all of them weigh as usual; null where an answer must be walked through. */
  readonly surcharge: number | null;
  readonly walk: (data: Record<string, unknown> | null) => number;
};

type Body = { readonly data?: Record<string, unknown> | null };

/** Counts in the text, which is there anyway: the objects are gone by then, or never were. */
export const countAnswer = (cost: CountedCost, result: object, text: string): void => {
  const { data, ...others } = result as Body & Record<string, unknown>;
  // Refused: nothing was answered.
  if (data === undefined) return;
  if (data === null) cost.actual = 0;
  // Whatever stands beside the data is no part of what was asked for.
  else cost.actual = costOf(cost, text, countObjects(JSON.stringify({ ...others, data: null })));
};

/** Bodies that are kept are sent many times, each to one operation with the same variables. */
const known = new WeakMap<Buffer, number>();

/** The same for a body that is ready to be sent: it is counted once. */
export const countReady = (cost: CountedCost, body: Buffer): void => {
  cost.actual = known.get(body) ?? costOf(cost, body.toString(), 1);
  known.set(body, cost.actual);
};

const costOf = ({ surcharge, walk }: CountedCost, text: string, objectsBeside: number): number => {
  if (surcharge === null) return walk((JSON.parse(text) as Body).data ?? null);
  // The data as a whole is an object, too, that nobody asked for.
  return Math.max(countObjects(text) - objectsBeside - 1, 0) + surcharge;
};
