import {
  type ConsumerName,
  catalogue,
  contractOf,
  type EventContract,
  type SubgraphName,
  subgraphNames,
} from '@cartograph/events';
import { type Asked, textOf } from './command.ts';
import { WrongUse } from './complaints.ts';

/** The subgraph of that name. Throws WrongUse, naming those there are. */
export const knownSubgraph = (name: string): SubgraphName => {
  const found = subgraphNames.find((candidate) => candidate === name);
  if (!found) throw new WrongUse(`There is no subgraph ${name}; there are ${subgraphNames.join(', ')}.`);
  return found;
};

/** The same, or the gateways, who share a queue. */
export const knownConsumer = (name: string): ConsumerName => (name === 'gateway' ? name : knownSubgraph(name));

/** The contract of the event. Throws WrongUse, naming those that begin alike. */
export const knownEvent = (name: string): EventContract => {
  const contract = contractOf(name);
  if (contract) return contract;
  const alike = catalogue.map((each) => each.name).filter((each) => each.slice(0, 4) === name.slice(0, 4));
  const hint = alike.length > 0 ? ` Did you mean ${alike.join(', ')}?` : ' All of them are in docs/events.md.';
  throw new WrongUse(`There is no event ${name}.${hint}`);
};

/** The number that --limit was given. Throws WrongUse when it is none that makes sense. */
export const limitOf = (asked: Pick<Asked, 'values'>): number => {
  const limit = Number(textOf(asked, 'limit'));
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new WrongUse('--limit takes a number from 1 to 10000.');
  return limit;
};
