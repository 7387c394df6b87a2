import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clauses } from './clauses.ts';
import { differences } from './differences.ts';
import type { World } from './target.ts';
import { contractTargets } from './targets.ts';

describe.each(contractTargets())('the contract of identity, on $name', ({ name, start }) => {
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
    const text = readFileSync(new URL('../../src/identity/DIFFERENCES.md', import.meta.url), 'utf8');
    const ids = new Set(clauses.map(({ id }) => id));
    const lines = differences.map(({ clause, target, reason }) => ({
      clause,
      line: `| ${clause} | ${target} | ${reason} |`,
    }));
    expect(lines.filter(({ clause, line }) => !ids.has(clause) || !text.replace(/ +/g, ' ').includes(line))).toEqual(
      [],
    );
  });
});
