import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IdempotentCall, idempotent } from '../src/idempotent.ts';
import type { Transaction } from '../src/transaction.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

describe.each(['the driver', 'Prisma'] as const)('through %s', (through) => {
  let database: OpenOutbox;

  beforeAll(async () => {
    database = await openOutbox('order', undefined, through);
    await database.pool.query('CREATE TABLE effect (at timestamptz DEFAULT now())');
  });
  afterAll(() => database.close());
  beforeEach(() => database.pool.query('TRUNCATE effect; TRUNCATE idempotency_key'));

  type Outcome = { ok: true; number: number } | { ok: false; error: string };
  const callOf = (given: Partial<IdempotentCall> = {}): IdempotentCall => ({
    scope: 'viewer-1:checkout',
    key: 'key-1',
    input: { cart: 'cart-1', total: 4_200n, lines: [{ quantity: 1 }] },
    ...given,
  });
  const once = (given: Partial<IdempotentCall>, work: (tx: Transaction) => Promise<Outcome>) =>
    idempotent(database.unitOfWork, { call: callOf(given), cause: database.cause }, work);
  const effects = async () => (await database.rows('SELECT 1 FROM effect')).length;
  const buy = async (tx: Transaction): Promise<Outcome> => {
    await tx.db.$executeRawUnsafe('INSERT INTO effect DEFAULT VALUES');
    await delay(20);
    return { ok: true, number: Math.random() };
  };

  describe('a mutation with an idempotency key', () => {
    it('has one effect and one result when it arrives 20 times at once', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => once({}, buy)));
      expect(await effects()).toBe(1);
      expect(outcomes.filter((outcome) => outcome.ok && !outcome.isReplay)).toHaveLength(1);
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome.ok && outcome.result))).size).toBe(1);
    });

    it('gives the first result again, whatever order its fields come in and whether a number is a bigint or text', async () => {
      const first = await once({}, buy);
      const again = await once({ input: { lines: [{ quantity: 1 }], total: '4200', cart: 'cart-1' } }, buy);
      expect(again).toEqual({ ...first, isReplay: true });
    });

    it('is refused when it comes with another input, at any depth, and changes nothing', async () => {
      await once({}, buy);
      const inputs = [{ ...(callOf().input as object), lines: [{ quantity: 2 }] }, {}, null, undefined];
      for (const input of inputs) {
        expect(await once({ input }, buy)).toEqual({ ok: false, code: 'IDEMPOTENCY_KEY_REUSED' });
      }
      expect(await effects()).toBe(1);
    });

    it('is done with one input alone when it comes with two at once', async () => {
      let other: Promise<unknown> = Promise.resolve();
      const first = await once({}, async (tx) => {
        other = once({ input: 'other' }, buy);
        return buy(tx);
      });
      const outcomes = [first, await other];
      expect(outcomes).toContainEqual({ ok: false, code: 'IDEMPOTENCY_KEY_REUSED' });
      expect(outcomes).toContainEqual(expect.objectContaining({ ok: true, isReplay: false }));
      expect(await effects()).toBe(1);
    });

    it('may be sent again with the same key when it was refused, and nothing of it was kept', async () => {
      const refuse = async (tx: Transaction): Promise<Outcome> => {
        await buy(tx);
        return { ok: false, error: 'SOLD_OUT' };
      };
      expect(await once({}, refuse)).toEqual({ ok: true, isReplay: false, result: { ok: false, error: 'SOLD_OUT' } });
      expect(await effects()).toBe(0);
      expect(await once({ input: 'mended' }, buy)).toMatchObject({ ok: true, isReplay: false });
    });

    it('forgets its key together with its effect when it fails', async () => {
      const fail = async (tx: Transaction): Promise<Outcome> => {
        await buy(tx);
        throw new Error('the disk is full');
      };
      await expect(once({}, fail)).rejects.toThrow('the disk is full');
      expect(await once({}, buy)).toMatchObject({ ok: true, isReplay: false });
      expect(await effects()).toBe(1);
    });

    it('means nothing to another viewer or another mutation', async () => {
      await once({}, buy);
      await once({ scope: 'viewer-2:checkout' }, buy);
      await once({ scope: 'viewer-1:addCartLine' }, buy);
      expect(await effects()).toBe(3);
    });

    it('answers the first time as it will the next: what JSON does not keep shows at once', async () => {
      const work = async () => ({ ok: true as const, number: 1, at: new Date(0), gone: undefined });
      const first = await once({}, work);
      expect(first).toStrictEqual({
        ok: true,
        isReplay: false,
        result: { ok: true, number: 1, at: '1970-01-01T00:00:00.000Z' },
      });
      expect(await once({}, work)).toStrictEqual({ ...first, isReplay: true });
      await expect(once({ key: 'key-2' }, async () => ({ ok: true, number: 1, big: 1n }))).rejects.toThrow('BigInt');
    });
  });
});
