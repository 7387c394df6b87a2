import { queueRoutes, type SubgraphName } from '@cartograph/events';
import { type Asked, textOf } from '../terminal/command.ts';
import { WrongUse } from '../terminal/complaints.ts';
import { knownEvent, knownSubgraph } from '../terminal/known-names.ts';

/** What is to be replayed: which time, and only which event or to whom. */
export type ReplayOrder = {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly event: string | null;
  /** Whose rules get the events; null for every rule of the bus. */
  readonly subgraphs: readonly SubgraphName[] | null;
};

/** Reads what was asked for. Throws WrongUse for what would replay nothing or something else than was meant. */
export const readReplayOrder = (asked: Pick<Asked, 'values'>, now: Date): ReplayOrder => {
  const from = instantOf(asked, 'from');
  const to = instantOf(asked, 'to');
  if (from >= to) throw new WrongUse('--from must be before --to.');
  if (to > now) throw new WrongUse(`--to must not be in the future: now it is ${now.toISOString()}.`);
  const name = textOf(asked, 'to-subgraph');
  const subgraph = name === undefined ? null : knownSubgraph(name);
  if (subgraph !== null && !queueRoutes().some((route) => route.subgraph === subgraph)) {
    throw new WrongUse(`${subgraph} reacts to no event: there is nothing to replay to it.`);
  }
  const event = textOf(asked, 'event') ?? null;
  return { from, to, event, subgraphs: reactorsOf(event, subgraph) };
};

const reactorsOf = (event: string | null, subgraph: SubgraphName | null): readonly SubgraphName[] | null => {
  if (event === null) return subgraph && [subgraph];
  const { reactors } = knownEvent(event);
  if (reactors.length === 0) throw new WrongUse(`Nobody reacts to ${event}: a replay of it would do nothing.`);
  if (subgraph === null) return reactors;
  if (reactors.includes(subgraph)) return [subgraph];
  throw new WrongUse(`${subgraph} does not react to ${event}; ${reactors.join(' and ')} does.`);
};

const isoInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

const instantOf = (asked: Pick<Asked, 'values'>, option: string): Date => {
  const text = textOf(asked, option);
  const cure = `--${option} takes an instant with its time zone, e.g. 2026-01-31T09:00:00Z, or a day, which begins at 00:00 UTC`;
  if (text === undefined) throw new WrongUse(`--${option} is missing: ${cure}.`);
  const instant = new Date(text);
  if (!isoInstant.test(text) || Number.isNaN(instant.getTime())) throw new WrongUse(`${cure}, not "${text}".`);
  return instant;
};
