import { describe, expect, it } from 'vitest';
import type { Delivery } from './delivery-queue.ts';
import { judgeAttempt } from './judge-attempt.ts';

const now = 1_000_000;
const judgement = { now, random: () => 1 };
const route = { maxRetries: 3, expiresAt: now + 60_000, deadLetterArn: 'arn:dead' };
const aDelivery = (changes: Partial<Delivery> = {}): Delivery => ({
  seq: 1,
  queueArn: 'arn:queue',
  body: '{}',
  attempts: 0,
  notBefore: 0,
  route,
  ...changes,
});
const refused = (isFinal = false) => [{ seq: 1, refusal: { code: 'Throttled', message: 'slow down', isFinal } }];

describe('an attempt to deliver', () => {
  it('settles each entry of a batch by its own result', () => {
    const results = [{ seq: 1 }, ...refused().map((result) => ({ ...result, seq: 2 })), { seq: 3 }];
    const outcome = judgeAttempt(
      [1, 2, 3].map((seq) => aDelivery({ seq })),
      results,
      judgement,
    );
    expect(outcome.delivered).toEqual([1, 3]);
    expect(outcome.retried.map(({ seq }) => seq)).toEqual([2]);
  });

  it('waits twice as long after each refusal, and never more than 30 s', () => {
    const waits = [0, 1, 2, 100].map((attempts) => {
      const delivery = aDelivery({ attempts, route: { ...route, maxRetries: 185 } });
      return (judgeAttempt([delivery], refused(), judgement).retried[0]?.notBefore ?? 0) - now;
    });
    expect(waits).toEqual([50, 100, 200, 30_000]);
  });

  it('gives up after the last retry and names the reason to the dead letters', () => {
    const ruled = { ...route, ruleArn: 'arn:rule' };
    const outcome = judgeAttempt([aDelivery({ attempts: 3, route: ruled })], refused(), judgement);
    const reason = { code: 'Throttled', message: 'slow down', exhausted: 'MaximumRetryAttempts' };
    const failure = { ...reason, attempts: 3, targetArn: 'arn:queue', ruleArn: 'arn:rule' };
    expect(outcome.deadLettered).toEqual([{ seq: 1, deadLetterArn: 'arn:dead', failure }]);
  });

  it('gives up when the event is too old, or can never be taken', () => {
    const old = aDelivery({ route: { ...route, expiresAt: now } });
    const [tooOld] = judgeAttempt([old], refused(), judgement).deadLettered;
    expect(tooOld?.failure.exhausted).toBe('MaximumEventAgeInSeconds');
    const [refusedForGood] = judgeAttempt([aDelivery()], refused(true), judgement).deadLettered;
    expect(refusedForGood).toMatchObject({ seq: 1 });
    expect(refusedForGood?.failure.exhausted).toBeUndefined();
  });

  it('drops what nobody named dead letters for', () => {
    const delivery = aDelivery({ route: { maxRetries: 0, expiresAt: now + 1 } });
    expect(judgeAttempt([delivery], refused(), judgement).dropped).toEqual([1]);
  });
});
