import { describe, expect, it } from 'vitest';
import { InFlight } from './in-flight.ts';
import { SharedReplies } from './shared-replies.ts';

const later = <Value>() => Promise.withResolvers<Value>();

describe('equal work that is under way', () => {
  it('is done once for everybody who asks meanwhile, and anew afterwards', async () => {
    const work = new InFlight<number>();
    const first = later<number>();
    let starts = 0;
    const ask = () =>
      work.join('key', new AbortController().signal, () => {
        starts += 1;
        return first.promise;
      });
    const both = [ask(), ask()];
    first.resolve(7);
    expect(await Promise.all(both)).toEqual([7, 7]);
    expect(starts).toBe(1);
    await ask();
    expect(starts).toBe(2);
    expect(work.size).toBe(0);
  });

  it('is given up only when the last one who waits has gone, and is then joined by nobody', () => {
    const work = new InFlight<number>();
    const signals: AbortSignal[] = [];
    const start = (signal: AbortSignal) => {
      signals.push(signal);
      return later<number>().promise;
    };
    const [one, other] = [new AbortController(), new AbortController()];
    void work.join('key', one.signal, start);
    void work.join('key', other.signal, start);
    one.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    other.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    void work.join('key', new AbortController().signal, start);
    expect(signals).toHaveLength(2);
  });
});

describe('a request to a subgraph that another joins', () => {
  const reply = { read: () => ({ data: {} }) };

  it('is asked again by whoever joined it when only its first asker has gone', async () => {
    const replies = new SharedReplies();
    const leader = new AbortController();
    const first = later<typeof reply>();
    const led = replies.join({ scope: 'asker', body: 'question' }, leader.signal, () => first.promise);
    const followed = replies.join(
      { scope: 'asker', body: 'question' },
      new AbortController().signal,
      async () => reply,
    );
    leader.abort();
    first.reject(new Error('the client went away'));
    await expect(led).rejects.toThrow('went away');
    expect(await followed).toBe(reply);
  });

  it('fails for everybody when the subgraph fails', async () => {
    const replies = new SharedReplies();
    const first = later<typeof reply>();
    const asked = [1, 2].map(() =>
      replies.join({ scope: 'asker', body: 'question' }, new AbortController().signal, () => first.promise),
    );
    first.reject(new Error('down'));
    for (const promise of asked) await expect(promise).rejects.toThrow('down');
  });
});
