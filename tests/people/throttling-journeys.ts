import { afterEach, describe, expect, it } from 'vitest';
import { type Account, registerVerified, tryTo } from './accounts.ts';
import { aPlace, markedPerson } from './marks.ts';
import type { Shop } from './shop.ts';

type Attempt = { readonly name: string; readonly input: Record<string, string>; readonly caller: { address: string } };

const hour = 3_600;

/** Attackers, at the gateway: what they try is counted by account and by network, whichever replica takes it. */
export const throttlingJourneys = (shop: () => Shop): void => {
  /** Sends all at once; for each, the seconds after which to come again, or null where it was let in. */
  const attack = async (attempts: readonly Attempt[]): Promise<(number | null)[]> =>
    Promise.all(
      attempts.map(async ({ name, input, caller }) => {
        const { errors } = await tryTo(shop(), name, { input, caller });
        if (!errors) return null;
        const extensions = errors[0]?.extensions as { code?: string; retryAfterSeconds?: number };
        expect(extensions.code).toBe('RATE_LIMITED');
        return Number(extensions.retryAfterSeconds);
      }),
    );
  const letIn = (waits: readonly (number | null)[]) => waits.filter((wait) => wait === null).length;
  const guess = (email: string, caller = aPlace()): Attempt => ({
    name: 'signIn',
    input: { email, password: 'quintessa guesses' },
    caller,
  });
  const enter = async ({ email, password, caller }: Account, place = caller) =>
    tryTo(shop(), 'signIn', { input: { email, password }, caller: { ...place, accessToken: '' } });
  /** What came of a sign-in: its errors' codes, none where it succeeded. */
  const outcomeOf = ({ data, errors = [] }: Awaited<ReturnType<typeof enter>>): (string | undefined)[] => [
    ...errors.map(({ extensions }) => extensions?.code),
    ...(data?.['signIn']?.userErrors.map(({ code }) => code) ?? []),
  ];
  const times = (count: number, attempt: () => Attempt) => Array.from({ length: count }, attempt);

  describe('attempts that are too many', () => {
    // Nothing of one test is counted in the next.
    afterEach(() => shop().redis?.passTime(hour));

    it('lock out who attacks an account from everywhere, and never its owner on a network of theirs', async () => {
      const bob = await registerVerified(shop());
      // Where somebody has signed in before they are known.
      expect(outcomeOf(await enter(bob))).toEqual([]);
      const attackers = attack(times(60, () => guess(bob.email)));
      for (let index = 0; index < 4; index += 1) expect(outcomeOf(await enter(bob))).toEqual([]);
      const waits = await attackers;
      expect(letIn(waits)).toBe(30);
      for (const wait of waits.filter((one) => one !== null)) {
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(900);
      }
      // Also by the other replica, and with the right password: it is a stranger's network.
      expect((await attack([guess(bob.email), guess(bob.email)])).filter((wait) => wait === null)).toEqual([]);
      expect((await enter(bob, aPlace())).errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
      expect(outcomeOf(await enter(bob))).toEqual([]);
      await shop().redis?.passTime(Math.max(...waits.map((wait) => wait ?? 0)));
      if (shop().redis) expect(outcomeOf(await enter(bob, aPlace()))).toEqual([]);
    });

    it('are counted by network, too: whoever tries one password on many accounts is stopped where they sit', async () => {
      const place = aPlace();
      const waits = await attack(times(80, () => guess(markedPerson().email, place)));
      expect(letIn(waits)).toBe(60);
      expect(letIn(await attack([guess(markedPerson().email)]))).toBe(1);
      await shop().redis?.passTime(600);
      if (shop().redis) expect(letIn(await attack([guess(markedPerson().email, place)]))).toBe(1);
    });

    it('fill nobody’s mailbox and open no heap of accounts', async () => {
      const { email } = await registerVerified(shop());
      const forgot = (to: string, caller = aPlace()): Attempt => ({
        name: 'requestPasswordReset',
        input: { email: to },
        caller,
      });
      const open = (caller: { address: string }, to = markedPerson().email): Attempt => ({
        name: 'register',
        input: { ...markedPerson(), email: to },
        caller,
      });
      // One mail went when it registered.
      expect(letIn(await attack(times(12, () => forgot(email))))).toBe(4);
      const claimed = markedPerson().email;
      expect(letIn(await attack(times(9, () => open(aPlace(), claimed))))).toBe(5);
      const [one, other] = [aPlace(), aPlace()];
      expect(letIn(await attack(times(24, () => forgot(markedPerson().email, one))))).toBe(20);
      expect(letIn(await attack(times(24, () => open(other))))).toBe(20);
      await shop().redis?.passTime(hour);
      if (shop().redis) expect(letIn(await attack([forgot(email), open(other)]))).toBe(2);
    });
  });
};
