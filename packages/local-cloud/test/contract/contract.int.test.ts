import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveClauses } from './archive-clauses.ts';
import { busClauses } from './bus-clauses.ts';
import { differences } from './differences.ts';
import { eventClauses } from './event-clauses.ts';
import { listClauses } from './list-clauses.ts';
import { patternClauses } from './pattern-clauses.ts';
import { replayClauses } from './replay-clauses.ts';
import { ruleClauses } from './rule-clauses.ts';
import type { World } from './target.ts';
import { contractTargets } from './targets.ts';

const clauses = [
  ...busClauses,
  ...ruleClauses,
  ...eventClauses,
  ...patternClauses,
  ...archiveClauses,
  ...replayClauses,
  ...listClauses,
];

describe.each(contractTargets())('the contract of EventBridge, on $name', ({ name, start }) => {
  let world: World;
  beforeAll(async () => {
    world = await start();
  });
  afterAll(() => world.stop());

  const reasonFor = (id: string) => differences.find(({ clause, target }) => clause === id && target === name)?.reason;

  it.each(clauses.filter(({ id }) => reasonFor(id) === undefined))('$title', async ({ run }) => {
    expect.hasAssertions();
    await run(world);
  });

  const differing = clauses.flatMap((clause) => {
    const reason = reasonFor(clause.id);
    return reason === undefined ? [] : [{ ...clause, reason }];
  });

  // A difference that is gone fails here: its line then goes from the table.
  it.each(differing)('does not hold that $title: $reason', async ({ run }) => {
    await expect(run(world)).rejects.toThrow();
  });
});

describe('the differences', () => {
  it('each name a clause, and stand in DIFFERENCES.md with their reasons', () => {
    const text = readFileSync(new URL('../../DIFFERENCES.md', import.meta.url), 'utf8');
    const ids = new Set(clauses.map(({ id }) => id));
    expect(differences.filter(({ clause }) => !ids.has(clause))).toEqual([]);
    expect(
      differences.filter(({ clause, reason }) => !text.includes(`| ${clause} `) || !text.includes(reason)),
    ).toEqual([]);
  });
});
