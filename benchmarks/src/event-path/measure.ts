import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../percentile.ts';
import type { Participant } from './start-participant.ts';

export type Sizes = {
  /** Events in all for each measurement that goes as fast as it can. */
  events: number;
  /** How long events are appended at a pace. */
  seconds: number;
};

const pollMs = 20;

const perSecond = (events: number, sinceMs: number): number =>
  Math.round((events * 1_000) / (performance.now() - sinceMs));

const untilAll = async (counts: () => Promise<number[]>, isDone: (total: number) => boolean): Promise<void> => {
  for (;;) {
    const total = (await counts()).reduce((sum, count) => sum + count, 0);
    if (isDone(total)) return;
    await delay(pollMs);
  }
};

const all = <Result>(participants: readonly Participant[], ask: (one: Participant) => Promise<Result>) =>
  Promise.all(participants.map(ask));

/**
 * Appends with the relay off, then lets the relay drain what has gathered, then both at once: events per second of each.
 * Nobody consumes, but the local cloud routes what is published, on the same cores.
 */
export const measureWayOut = async (emitters: readonly Participant[], { events }: Sizes) => {
  const each = Math.ceil(events / emitters.length);
  const drained = () =>
    untilAll(
      () => all(emitters, (one) => one.unsent()),
      (total) => total === 0,
    );
  const beforeAppend = performance.now();
  await all(emitters, (one) => one.append(each));
  const append = perSecond(each * emitters.length, beforeAppend);
  const beforePublish = performance.now();
  await all(emitters, (one) => one.startWayOut());
  await drained();
  const publish = perSecond(each * emitters.length, beforePublish);
  const beforeBoth = performance.now();
  await all(emitters, (one) => one.append(each));
  await drained();
  return { append, publish, 'append and publish': perSecond(each * emitters.length, beforeBoth) };
};

/** From the first append to the last reaction, as fast as it goes: events per second over the whole path. */
export const measurePath = async (
  emitters: readonly Participant[],
  reactors: readonly Participant[],
  { events }: Sizes,
): Promise<number> => {
  const each = Math.ceil(events / emitters.length);
  await all([...emitters, ...reactors], (one) => one.forget());
  const before = performance.now();
  await all(emitters, (one) => one.append(each));
  await untilAll(
    () => all(reactors, (one) => one.taken()),
    (total) => total >= each * emitters.length,
  );
  return perSecond(each * emitters.length, before);
};

/** Milliseconds from an event's commit to its reaction, at so many events a second in all. */
export const measureLatency = async (
  emitters: readonly Participant[],
  reactors: readonly Participant[],
  { rate, seconds }: { rate: number; seconds: number },
) => {
  const each = Math.max(1, Math.round(rate / emitters.length));
  await all([...emitters, ...reactors], (one) => one.forget());
  await all(emitters, (one) => one.appendAtPace(each, seconds));
  await untilAll(
    () => all(reactors, (one) => one.taken()),
    (total) => total >= each * seconds * emitters.length,
  );
  const said = (await all(emitters, (one) => one.moments())).flatMap(({ committed }) => committed);
  const heard = new Map((await all(reactors, (one) => one.moments())).flatMap(({ reacted }) => reacted));
  const took = said.map(([aggregateId, atMs]) => Math.max(0, (heard.get(aggregateId) ?? Number.NaN) - atMs));
  return { 'p50 ms': percentile(took, 50), 'p99 ms': percentile(took, 99) };
};
