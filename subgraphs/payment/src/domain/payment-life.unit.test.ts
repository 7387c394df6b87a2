import { money } from '@cartograph/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPayment } from '../../test/a-payment.ts';
import type { AttemptResult } from './attempt.ts';
import type { Decision, Fact, NextAttempt } from './decision.ts';
import { endPayment, expirePayment } from './end-payment.ts';
import { judgeCapture } from './judge-capture.ts';
import { judgeResult } from './judge-result.ts';
import { type LedgerEntry, ledgerEntries } from './ledger.ts';
import type { Payment } from './payment.ts';

/** Everything that can happen to a payment; a result happens only while the provider is being asked. */
type Happening =
  | { kind: 'capture'; amountMinor: bigint }
  | { kind: 'orderEnds' }
  | { kind: 'expires' }
  | { kind: 'result'; status: AttemptResult['status'] };

type World = {
  payment: Payment;
  asking: (NextAttempt & { number: number }) | null;
  isOrderEnded: boolean;
  ledger: LedgerEntry[];
  facts: Fact[];
};

const newWorld = (amountMinor: bigint): World => ({
  payment: aPayment({ amountMinor }),
  asking: { kind: 'AUTHORIZE', amountMinor, delayMs: 0, number: 1 },
  isOrderEnded: false,
  ledger: [],
  facts: [],
});

const decided = (world: World, decision: Decision | null): World => {
  if (!decision) return world;
  const asking = decision.next ? { ...decision.next, number: 1 } : world.asking;
  // The database has a unique index for this: a second question while one is open would be refused.
  if (decision.next && world.asking) throw new Error('two questions at once');
  return { ...world, payment: decision.payment, asking, facts: [...world.facts, ...decision.facts] };
};

const answered = (world: World, status: AttemptResult['status']): World => {
  const { asking, payment, isOrderEnded } = world;
  if (!asking) return world;
  const isAction = status === 'REQUIRES_ACTION' && asking.kind === 'AUTHORIZE';
  const result: AttemptResult =
    status === 'DECLINED'
      ? { status, reason: 'DECLINED', providerPaymentId: null }
      : { status: isAction ? 'REQUIRES_ACTION' : 'SUCCEEDED', providerPaymentId: 'sbx_1' };
  const entries = result.status === 'SUCCEEDED' ? ledgerEntries(asking.kind, asking.amountMinor, payment) : [];
  const free = { ...world, asking: null, ledger: [...world.ledger, ...entries] };
  return decided(free, judgeResult(payment, asking, { result, isOrderEnded }));
};

const happen = (world: World, happening: Happening): World => {
  const { payment, isOrderEnded } = world;
  switch (happening.kind) {
    case 'capture': {
      const amount = money(happening.amountMinor, 'EUR');
      const verdict = judgeCapture(payment, { amount, isOrderEnded });
      return decided(world, verdict.kind === 'decided' ? verdict.decision : null);
    }
    case 'orderEnds':
      return isOrderEnded ? world : decided({ ...world, isOrderEnded: true }, endPayment(payment));
    case 'expires':
      return decided(world, expirePayment(payment));
    case 'result':
      return answered(world, happening.status);
  }
};

const balances = (ledger: readonly LedgerEntry[]): Record<string, bigint> => {
  const totals: Record<string, bigint> = {};
  for (const { account, side, amountMinor } of ledger) {
    totals[account] = (totals[account] ?? 0n) + (side === 'DEBIT' ? amountMinor : -amountMinor);
  }
  return totals;
};

const anAmount = fc.bigInt({ min: 0n, max: 10_000n });
const aHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('capture' as const), amountMinor: anAmount }),
  fc.record({ kind: fc.constant('orderEnds' as const) }),
  fc.record({ kind: fc.constant('expires' as const) }),
  fc.record({
    kind: fc.constant('result' as const),
    status: fc.constantFrom<AttemptResult['status']>('SUCCEEDED', 'DECLINED', 'REQUIRES_ACTION'),
  }),
);
const lives = fc.tuple(anAmount, fc.array(aHappening, { maxLength: 30 }));

const expectMoneyToAddUp = ({ payment, ledger }: World) => {
  expect(payment.refundedMinor <= payment.capturedMinor).toBe(true);
  expect(payment.capturedMinor <= payment.authorizedMinor).toBe(true);
  expect(payment.authorizedMinor <= payment.amountMinor).toBe(true);
  const totals = balances(ledger);
  expect(Object.values(totals).reduce((total, amount) => total + amount, 0n)).toBe(0n);
  expect(totals['PROVIDER_BALANCE'] ?? 0n).toBe(payment.capturedMinor - payment.refundedMinor);
  const isHeld = ['AUTHORIZED', 'CAPTURING', 'VOIDING'].includes(payment.status);
  expect(totals['AUTHORIZED_FUNDS'] ?? 0n).toBe(isHeld ? payment.authorizedMinor : 0n);
};

describe('whatever happens to a payment, in whatever order', () => {
  it('money adds up and the ledger balances after every step', () => {
    fc.assert(
      fc.property(lives, ([amountMinor, happenings]) => {
        let world = newWorld(amountMinor);
        for (const happening of happenings) {
          world = happen(world, happening);
          expectMoneyToAddUp(world);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('an order that ended keeps no money of the buyer once the provider does what it is asked', () => {
    fc.assert(
      fc.property(lives, ([amountMinor, happenings]) => {
        let world = happen(happenings.reduce(happen, newWorld(amountMinor)), { kind: 'orderEnds' });
        for (let answers = 0; world.asking && answers < 10; answers += 1) {
          world = happen(world, { kind: 'result', status: 'SUCCEEDED' });
        }
        expect(world.asking).toBeNull();
        expect(['FAILED', 'VOIDED', 'REFUNDED']).toContain(world.payment.status);
        expect(world.payment.capturedMinor).toBe(world.payment.refundedMinor);
        expect(Object.values(balances(world.ledger)).every((total) => total === 0n)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('no two facts are told at one version, and versions only grow', () => {
    fc.assert(
      fc.property(lives, ([amountMinor, happenings]) => {
        const { facts, payment } = happenings.reduce(happen, newWorld(amountMinor));
        const versions = facts.map(({ version }) => version);
        expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
        expect(versions.every((version) => version > 1 && version <= payment.version)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a provider that refuses to let money go', () => {
  it.each(['VOID', 'REFUND'] as const)('is asked for the %s again, later each time and under a new key', (kind) => {
    const payment = aPayment({
      status: kind === 'VOID' ? 'VOIDING' : 'CAPTURED',
      authorizedMinor: 4200n,
      capturedMinor: kind === 'VOID' ? 0n : 4200n,
    });
    const result = { status: 'DECLINED', reason: 'PROVIDER_ERROR', providerPaymentId: null } as const;
    const delays = [1, 2, 30].map((number) => {
      const attempt = { kind, number, amountMinor: 4200n };
      const { next, facts } = judgeResult(payment, attempt, { result, isOrderEnded: true });
      expect(next).toMatchObject({ kind, amountMinor: 4200n });
      expect(facts).toEqual([]);
      return next?.delayMs;
    });
    expect(delays).toEqual([1_000, 2_000, 3_600_000]);
  });
});
