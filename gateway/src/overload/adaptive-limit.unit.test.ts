import { describe, expect, it } from 'vitest';
import { createAdaptiveLimit } from './adaptive-limit.ts';

const most = 512;

describe('how much a process lets in at once', () => {
  it('is everything while it is in time, however much waits for subgraphs', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 50; moment += 1) limit.observe({ lateMs: 1, ownShare: 1, busiest: 500 });
    expect(limit.allowed()).toBe(most);
  });

  it('becomes less while it is late, the later the faster, but never nothing', () => {
    const [late, very] = [createAdaptiveLimit(most), createAdaptiveLimit(most)];
    for (let moment = 0; moment < 2; moment += 1) {
      late.observe({ lateMs: 5, ownShare: 1, busiest: late.allowed() });
      very.observe({ lateMs: 500, ownShare: 1, busiest: very.allowed() });
    }
    expect(late.allowed()).toBeLessThan(most);
    expect(very.allowed()).toBeLessThan(late.allowed());
    for (let moment = 0; moment < 50; moment += 1) very.observe({ lateMs: 500, ownShare: 1, busiest: very.allowed() });
    expect(very.allowed()).toBe(16);
  });

  it('takes it for nothing to be a little late where the thread has time to spare', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 50; moment += 1) limit.observe({ lateMs: 5, ownShare: 0.6, busiest: most });
    expect(limit.allowed()).toBe(most);
  });

  it('lets a burst in: what is late for a moment or two has 128 under way', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 2; moment += 1) limit.observe({ lateMs: 500, ownShare: 1, busiest: 165 });
    expect(limit.allowed()).toBe(128);
  });

  it('lets a burst in all the time while others have the machine: less would not make it faster', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 50; moment += 1) limit.observe({ lateMs: 500, ownShare: 0.3, busiest: most });
    expect(limit.allowed()).toBe(128);
  });

  it('begins at what was really under way: what nobody used would not help', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 2; moment += 1) limit.observe({ lateMs: 15, ownShare: 1, busiest: 200 });
    expect(limit.allowed()).toBeLessThan(200);
  });

  it('stays as it is for one long callback', () => {
    const limit = createAdaptiveLimit(most);
    for (let time = 0; time < 20; time += 1) {
      limit.observe({ lateMs: 400, ownShare: 1, busiest: 100 });
      limit.observe({ lateMs: 0, ownShare: 1, busiest: 100 });
    }
    expect(limit.allowed()).toBe(most);
  });

  it('grows again as long as it is used, up to what is set', () => {
    const limit = createAdaptiveLimit(most);
    for (let moment = 0; moment < 20; moment += 1)
      limit.observe({ lateMs: 500, ownShare: 1, busiest: limit.allowed() });
    for (let moment = 0; moment < 20; moment += 1) limit.observe({ lateMs: 0, ownShare: 1, busiest: 3 });
    expect(limit.allowed()).toBe(16);
    // Five seconds of moments are enough to be as before.
    for (let moment = 0; moment < 50; moment += 1) limit.observe({ lateMs: 0, ownShare: 1, busiest: limit.allowed() });
    expect(limit.allowed()).toBe(most);
  });

  it('is no more than is set where that is little', () => {
    const limit = createAdaptiveLimit(2);
    for (let moment = 0; moment < 20; moment += 1) limit.observe({ lateMs: 500, ownShare: 1, busiest: 2 });
    expect(limit.allowed()).toBe(2);
  });
});
