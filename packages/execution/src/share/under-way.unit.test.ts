import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { UnderWay } from './under-way.ts';

describe('what is under way', () => {
  it('is there until it ends', () => {
    const work = new UnderWay<string>();
    const end = work.begin('key', 'value');
    expect([work.get('key'), work.get('other'), work.size]).toEqual(['value', undefined, 1]);
    end();
    expect([work.get('key'), work.size]).toEqual([undefined, 0]);
  });

  it('is not ended by what it took the place of', () => {
    const work = new UnderWay<string>();
    const endFirst = work.begin('key', 'first');
    const endSecond = work.begin('key', 'second');
    endFirst();
    expect(work.get('key')).toBe('second');
    endSecond();
    endSecond();
    expect(work.size).toBe(0);
  });

  it('keeps nothing that has ended from the collector of the young', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: { type: 'minor' }) => void;
    const work = new UnderWay<number[]>();
    const ends: (() => void)[] = [];
    const pass = (count: number) => {
      for (let number = 0; number < count; number += 1) {
        ends.push(
          work.begin(
            `key ${number}`,
            Array.from({ length: entriesEach }, () => number),
          ),
        );
        if (ends.length > atOnce) ends.shift()?.();
        if (number % collectedEvery === 0) collect({ type: 'minor' });
      }
    };
    // As in a gateway that nobody has asked yet: what it begins with is old by then.
    for (let turn = 0; turn < 3; turn += 1) collect({ type: 'minor' });
    pass(2_000);
    const before = oldBytes();
    pass(10_000);
    expect((oldBytes() - before) / 10_000).toBeLessThan(bytesEach / 10);
  });
});

const entriesEach = 250;
const bytesEach = entriesEach * 8;
const atOnce = 8;
const collectedEvery = 500;

const oldBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? Number.NaN;
