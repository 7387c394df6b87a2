import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectionsAccepted, connectionsWanted, poolSize } from '../lib/facts/connections.ts';
import { stages } from '../lib/stages.ts';

describe('the connections of a database', () => {
  it.each(Object.values(stages))('of $name are enough for all tasks, also in the middle of a deploy', (stage) => {
    expect(connectionsWanted(stage)).toBeLessThanOrEqual(connectionsAccepted(stage.database.capacity));
  });

  it.each([
    [1, 225],
    [16, 3_604],
    [64, 5_000],
  ])('at %i units at the most are %i', (max, accepted) => {
    expect(connectionsAccepted({ min: 1, max })).toBe(accepted);
  });

  it('are 2,000 at the most where the cluster may rest below one unit', () => {
    expect(connectionsAccepted({ min: 0.5, max: 64 })).toBe(2_000);
  });

  it('reckon with the pool that a service really opens', () => {
    const shapes = readFileSync(join(import.meta.dirname, '../../packages/config/src/shapes.ts'), 'utf8');
    expect(shapes).toMatch(
      new RegExp(`DATABASE_POOL_SIZE:[^,]*\\.max\\(${poolSize}\\)\\s*\\.default\\(${poolSize}\\)`),
    );
  });
});
