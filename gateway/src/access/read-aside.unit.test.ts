import { readFileSync } from 'node:fs';
import { parseInTurns } from '@cartograph/execution';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readAside } from './read-aside.ts';
import { readSupergraph } from './read-supergraph.ts';

const committed = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
const fields = Array.from({ length: 20 }, (_, index) => `"Is asked for by nobody." field${index}: String`).join('\n');
const fillers = Array.from({ length: 400 }, (_, index) => `type Filler${index} { ${fields} }`).join('\n');
const supergraphSdl = `${committed}\n${fillers}`;

/** The longest time in which nothing else of this thread had a turn. */
const longestHold = async (work: () => unknown): Promise<number> => {
  let [lastMs, longestMs] = [performance.now(), 0];
  const look = (): void => {
    longestMs = Math.max(longestMs, performance.now() - lastMs);
    lastMs = performance.now();
  };
  const ticking = setInterval(look, 1);
  await work();
  clearInterval(ticking);
  look();
  return longestMs;
};

describe('a supergraph that is read aside', () => {
  it('is read as in the thread that serves, which goes on meanwhile', async () => {
    const read = readSupergraph(supergraphSdl, 'second');
    const heldMs = await longestHold(() => readSupergraph(supergraphSdl, 'second'));
    const heldAside: number[] = [];
    // The least of three: others have the machine at times, and hold everybody.
    for (let time = 0; time < 3; time += 1)
      heldAside.push(
        await longestHold(async () => {
          expect(await readAside({ supergraphSdl, mark: 'second' })).toEqual(read);
        }),
      );
    const { rules, owners, costs } = read;
    expect([rules.types.size, owners.size, costs.weights.size].every((size) => size > 0)).toBe(true);
    expect(Math.min(...heldAside)).toBeLessThan(heldMs / 2);
  });

  it('is parsed in turns, and is the same', async () => {
    const { executableSdl, texts } = readSupergraph(committed, 'first');
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.join('')).toBe(executableSdl);
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    turn();
    const document = await parseInTurns(texts);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(texts.length);
    expect(`${print(document)}\n# first\n`).toBe(executableSdl);
  });

  it('is refused with the reason when its rules cannot be enforced', async () => {
    const renamed = committed.replace('authenticated/v0.1"', 'authenticated/v0.2"');
    await expect(readAside({ supergraphSdl: renamed, mark: '' })).rejects.toThrow('in a way that is not enforced here');
  });
});
