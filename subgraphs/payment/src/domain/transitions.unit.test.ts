import { describe, expect, it } from 'vitest';
import { aPayment } from '../../test/a-payment.ts';
import type { PaymentStatus } from './payment.ts';
import { advance, IllegalTransition, transitions } from './transitions.ts';

const statuses = Object.keys(transitions) as PaymentStatus[];
const reachable = (from: PaymentStatus): readonly PaymentStatus[] => transitions[from];
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

describe('the table of transitions', () => {
  it.each(pairs.filter(([from, to]) => reachable(from).includes(to)))('lets %s become %s', (from, to) => {
    expect(advance(aPayment({ status: from, version: 7 }), to)).toMatchObject({ status: to, version: 8 });
  });

  it.each(pairs.filter(([from, to]) => !reachable(from).includes(to)))('refuses %s to become %s', (from, to) => {
    expect(() => advance(aPayment({ status: from }), to)).toThrow(IllegalTransition);
  });

  it('reaches every status from a payment without a method; only what holds nothing is final', () => {
    const reached = new Set<PaymentStatus>(['REQUIRES_METHOD']);
    for (const status of reached) for (const next of transitions[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...statuses].sort());
    expect(statuses.filter((status) => reachable(status).length === 0)).toEqual(['FAILED', 'VOIDED']);
  });
});
