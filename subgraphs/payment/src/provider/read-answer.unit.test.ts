import { describe, expect, it } from 'vitest';
import { outcomeOf, retrievedOutcome } from './read-answer.ts';

const call = { idempotencyKey: 'k', kind: 'AUTHORIZE' } as const;
const operation = { kind: 'authorize', idempotencyKey: 'k', status: 'succeeded', reason: null };
const shown = (changes: object = {}) => ({ id: 'sbx_1', operations: [{ ...operation, ...changes }] });

describe('an answer of the provider', () => {
  it.each([
    [201, shown(), { kind: 'succeeded', providerPaymentId: 'sbx_1' }],
    [201, shown({ status: 'requires_action' }), { kind: 'requiresAction', providerPaymentId: 'sbx_1' }],
    [
      201,
      shown({ status: 'declined', reason: 'insufficient_funds' }),
      { kind: 'declined', reason: 'INSUFFICIENT_FUNDS' },
    ],
    [201, shown({ status: 'declined', reason: 'toString' }), { kind: 'declined', reason: 'PROVIDER_ERROR' }],
    [402, { error: { code: 'capture_declined' } }, { kind: 'declined', reason: 'DECLINED' }],
    [422, { error: { code: 'unknown_payment_method' } }, { kind: 'declined', reason: 'INVALID_PAYMENT_METHOD' }],
  ])('with %i is the outcome it says', (statusCode, body, outcome) => {
    expect(outcomeOf({ statusCode, body }, call)).toMatchObject(outcome);
  });

  it.each([
    [500, {}],
    [503, null],
    [401, { error: { code: 'unauthorized' } }],
    [409, { error: { code: 'idempotency_key_reused' } }],
    [429, {}],
    [422, 'a page of some proxy'],
    [200, 'a page of some proxy'],
    [201, shown({ idempotencyKey: 'of another call' })],
    [201, shown({ kind: 'capture' })],
  ])('with %i and %j leaves the outcome unknown, never a refusal', (statusCode, body) => {
    expect(outcomeOf({ statusCode, body }, call).kind).toBe('unknown');
  });

  it('that never came leaves the outcome unknown', () => {
    expect(outcomeOf({ lost: 'TimeoutError' }, call)).toEqual({ kind: 'unknown', cause: 'TimeoutError' });
    expect(retrievedOutcome({ lost: 'TimeoutError' }, call)).toEqual({ kind: 'unknown', cause: 'TimeoutError' });
  });
});

describe('a search by key', () => {
  it('finds what became of the call', () => {
    expect(retrievedOutcome({ statusCode: 200, body: { payments: [shown()] } }, call).kind).toBe('succeeded');
  });

  it.each([[[]], [[shown({ idempotencyKey: 'other' })]]])(
    'says when the provider has never done it: %j',
    (payments) => {
      expect(retrievedOutcome({ statusCode: 200, body: { payments } }, call)).toEqual({ kind: 'notFound' });
    },
  );

  it.each([500, 404, 401])('that is answered with %i is no proof that nothing was done', (statusCode) => {
    expect(retrievedOutcome({ statusCode, body: {} }, call).kind).toBe('unknown');
  });
});
