import { describe, expect, it } from 'vitest';
import { type CountedCost, countAnswer, countReady } from './answered-cost.ts';

const costOf = (surcharge: number | null, walk: CountedCost['walk'] = () => 77): CountedCost => ({
  static: 100,
  actual: null,
  surcharge,
  walk,
});

const data = { a: { b: [{ c: 1 }, { c: '{"x' }] } };

describe('what an answer cost', () => {
  it('is the number of its objects and what is said beyond, errors and extensions aside', () => {
    const result = {
      errors: [{ message: 'no', extensions: { code: 'X' } }],
      data,
      extensions: { plan: { nodes: [{ a: 1 }] } },
    };
    const cost = costOf(40);
    countAnswer(cost, result, JSON.stringify(result));
    expect(cost.actual).toBe(3 + 40);
  });

  it('is found by walking through it where something within weighs otherwise', () => {
    const seen: unknown[] = [];
    const cost = costOf(null, (walked) => seen.push(walked));
    countAnswer(cost, { data }, JSON.stringify({ data }));
    expect({ seen, actual: cost.actual }).toEqual({ seen: [data], actual: 1 });
  });

  it('is nothing without data, and unknown where the operation was refused', () => {
    const [empty, refused] = [costOf(0), costOf(0)];
    countAnswer(empty, { data: null }, '{"data":null}');
    countAnswer(refused, { errors: [] }, '{"errors":[]}');
    expect([empty.actual, refused.actual]).toEqual([0, null]);
  });

  it('is counted once for a body that is sent again', () => {
    const body = Buffer.from(`${JSON.stringify({ data })}\n`);
    const [first, second] = [costOf(2), costOf(2)];
    countReady(first, body);
    body.fill(' ');
    countReady(second, body);
    expect([first.actual, second.actual]).toEqual([3 + 2, 3 + 2]);
  });
});
