import { describe, expect, it } from 'vitest';
import { createKeptAnswers, type Kept } from './kept-answers.ts';
import { holdsEntity } from './purge.ts';
import { createPurgeLog } from './purge-log.ts';
import { wholeAnswer } from './whole-answers.ts';

const nowMs = 1_000_000;

const partOf = (id: string, changes: Partial<Kept> = {}): Kept => ({
  content: '{}',
  freshUntilMs: nowMs + 60_000,
  staleUntilMs: nowMs + 90_000,
  isPrivate: false,
  type: 'Product',
  dependence: { tags: new Set([holdsEntity('Product', id)]), fields: new Set(['Product.title']) },
  ...changes,
});

const openRoom = () => {
  const clock = { nowMs };
  const answers = createKeptAnswers<Buffer>({ maxBytes: 1_000_000 });
  const purges = createPurgeLog(() => clock.nowMs);
  const room = { answers, purges, now: () => clock.nowMs, tell: () => undefined };
  const told: (number | null)[] = [];
  const run = ({ viewer = null as string | null, graph = 'g', wantsFresh = false } = {}) =>
    wholeAnswer(room, { graph, viewer, wantsFresh, given: (seconds) => told.push(seconds) });
  /** An operation that was answered from those parts. */
  const keep = (parts: (Kept | null)[], viewer: string | null = null) => {
    const whole = run({ viewer });
    for (const part of parts) whole.uses(part);
    whole.keep('q', () => Buffer.from('{"data":{}}\n'));
  };
  const isFound = (asking: Parameters<typeof run>[0] = {}) => run(asking).find('q') !== undefined;
  return { clock, answers, purges, run, keep, isFound, told };
};

describe('an answer that was made of kept parts alone', () => {
  it('is given as it is for as long as the first of its parts is fresh, and says how long', () => {
    const { clock, keep, isFound, told } = openRoom();
    keep([partOf('p1'), partOf('p2', { freshUntilMs: nowMs + 10_000 })]);
    clock.nowMs += 3_000;
    expect([isFound(), told]).toEqual([true, [7]]);
    clock.nowMs += 7_000;
    expect(isFound()).toBe(false);
  });

  it('goes with any of its parts, and one that was changed meanwhile is not taken', () => {
    const { answers, purges, keep, isFound, run } = openRoom();
    keep([partOf('p1'), partOf('p2')]);
    answers.purge({ tags: [holdsEntity('Product', 'p3')], fields: null });
    answers.purge({ tags: [holdsEntity('Product', 'p2')], fields: ['Product.stock'] });
    expect(isFound()).toBe(true);
    const changed = { tags: [holdsEntity('Product', 'p2')], fields: null };
    answers.purge(changed);
    expect(isFound()).toBe(false);

    const begun = run();
    begun.uses(partOf('p2'));
    purges.note(changed);
    begun.keep('q', () => Buffer.from('old'));
    expect(isFound()).toBe(false);
  });

  it('is its viewer’s where any of it is, and otherwise everybody’s', () => {
    const { keep, isFound, told } = openRoom();
    keep([partOf('p1'), partOf('card', { isPrivate: true })], 'alice');
    expect(['alice', 'bob', null].map((viewer) => isFound({ viewer }))).toEqual([true, false, false]);
    expect(told).toEqual([null]);
    keep([partOf('p1')], 'alice');
    expect(['bob', null].map((viewer) => isFound({ viewer }))).toEqual([true, true]);
  });

  it('is not for another graph, nor for whoever has just changed something', () => {
    const { keep, isFound } = openRoom();
    keep([partOf('p1')]);
    expect([isFound(), isFound({ graph: 'another' }), isFound({ wantsFresh: true })]).toEqual([true, false, false]);
  });
});

describe('an answer of which something had to be fetched, or nothing can be said', () => {
  it('is not kept', () => {
    const { keep, isFound, answers, run } = openRoom();
    keep([partOf('p1'), null]);
    keep([]);
    keep([partOf('card', { isPrivate: true })], null);
    const noText = run();
    noText.uses(partOf('p1'));
    noText.keep('q', () => undefined);
    expect([isFound(), answers.bytes()]).toEqual([false, 0]);
  });
});
