import { contractOf } from '@cartograph/events';
import { duration } from '../terminal/duration.ts';
import { plainText } from '../terminal/plain-text.ts';
import type { ChainEvent } from './chain-event.ts';
import type { ChainNode } from './chain-tree.ts';

/** The trees as text, one line an event with who took it in below it. */
export const chainText = (roots: readonly ChainNode[]): string =>
  roots.flatMap((root) => linesOf(root, { first: '', rest: '' })).join('\n');

type Indent = { first: string; rest: string };

const linesOf = (node: ChainNode, { first, rest }: Indent): string[] => {
  const { event, followers } = node;
  const notes = notesOn(event).map((note) => `${rest}${followers.length > 0 ? '│' : ' '}    ${note}`);
  const below = followers.flatMap((follower, index) => {
    const isLast = index === followers.length - 1;
    return linesOf(follower, { first: `${rest}${isLast ? '└─ ' : '├─ '}`, rest: `${rest}${isLast ? '   ' : '│  '}` });
  });
  return [`${first}${titleOf(node)}`, ...notes, ...below];
};

const titleOf = ({ event, cause }: ChainNode): string => {
  const when = cause
    ? `+${duration(event.occurredAt.getTime() - cause.occurredAt.getTime())}`
    : event.occurredAt.toISOString();
  const about = plainText(`${event.name}  ${event.emitter}  ${event.aggregateId} v${event.aggregateVersion}`);
  const lost =
    event.causationId !== null && cause === null ? `  (its cause ${event.causationId} is no longer kept)` : '';
  return `${about}  ${when}${lost}`;
};

const notesOn = (event: ChainEvent): string[] => {
  const since = (instant: Date) => duration(instant.getTime() - event.occurredAt.getTime());
  const taken = event.intakes.map(({ subgraph, takenAt }) => `taken in by ${subgraph} after ${since(takenAt)}`);
  const missing = missingReactors(event).map((subgraph) => `NOT taken in by ${subgraph}`);
  return [...wayOutOf(event), ...taken, ...missing];
};

const wayOutOf = ({ sentAt, parkedAt, lastError }: ChainEvent): string[] => {
  const reason = lastError === null ? '' : `: ${plainText(lastError)}`;
  if (parkedAt !== null) return [`PARKED, the bus does not take it${reason}`];
  return sentAt === null ? [`NOT sent yet${reason}`] : [];
};

/** Who should have reacted by the catalogue and has not (yet). */
export const missingReactors = ({ name, intakes }: ChainEvent): string[] =>
  (contractOf(name)?.reactors ?? []).filter((reactor) => !intakes.some(({ subgraph }) => subgraph === reactor));
