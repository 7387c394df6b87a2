import { rateLimited } from '@cartograph/subgraph-server';
import { networkOf } from '@cartograph/throttle';
import type { SecretKeys } from '../identity/secret-keys.ts';
import type { Limit, Limiters } from './limiters.ts';

/** An attempt that was let in. One that succeeded does not count against the next. */
export type Attempt = { succeeded: () => Promise<void> };

/** What one request may do how often. Every method throws RATE_LIMITED, with the time to wait, for what is too much. */
export type Throttle = {
  register(email: string): Promise<void>;
  signIn(email: string): Promise<Attempt>;
  /** A mail to an address, or to an account: so that nobody's mailbox is flooded. */
  requestMail(addressee: string): Promise<void>;
  /** A code that was mailed to an address or an account. */
  redeem(addressee: string): Promise<Attempt>;
  /** The password of somebody who is signed in. */
  provePassword(userId: string): Promise<Attempt>;
};

/**
 * Counts by account and by network address. Whoever attacks an account from elsewhere uses up the share of strangers;
 * its owner, on a network where they have signed in before, has a share of their own and is never locked out. From a new
 * network the mailbox lets them in: a reset counts by network address alone.
 */
export const createThrottle =
  ({ limiters, keys }: { limiters: Limiters; keys: SecretKeys }) =>
  (address: string | null): Throttle => {
    // Hashed with a key: neither addresses of people nor of networks stand in Redis.
    const keyOf = (...parts: string[]) => Buffer.from(keys.hash('THROTTLE', parts.join('\0'))).toString('base64url');
    const network = keyOf('network', networkOf(address));
    const account = (text: string) => keyOf('account', normalised(text));
    const pair = (text: string) => keyOf('pair', normalised(text), networkOf(address));
    const admit = (limits: readonly (readonly [Limit, string])[], known?: string) => admitAll(limiters, limits, known);
    return {
      register: async (email) => {
        await admit([
          ['registerByNetwork', network],
          ['mailByAccount', account(email)],
        ]);
      },
      signIn: async (email) => {
        const isKnown = await limiters.isKnown(pair(email));
        return admit(
          [
            ['signInByNetwork', network],
            ['signInByPair', pair(email)],
            ...(isKnown ? [] : [['signInByStrangers', account(email)] as const]),
          ],
          pair(email),
        );
      },
      requestMail: async (addressee) => {
        await admit([
          ['mailByNetwork', network],
          ['mailByAccount', account(addressee)],
        ]);
      },
      redeem: (addressee) =>
        admit(
          [
            ['redeemByNetwork', network],
            ['redeemByPair', pair(addressee)],
          ],
          pair(addressee),
        ),
      provePassword: (userId) => admit([['proveByAccount', account(userId)]]),
    };
  };

/** Takes from each limit in turn; what was taken is given back when a later one refuses. */
const admitAll = async (
  limiters: Limiters,
  limits: readonly (readonly [Limit, string])[],
  known: string | undefined,
): Promise<Attempt> => {
  const taken: (readonly [Limit, string])[] = [];
  const giveBack = () => Promise.all(taken.map(([limit, key]) => limiters.giveBack(limit, key)));
  for (const [limit, key] of limits) {
    const waitMs = await limiters.take(limit, key);
    if (waitMs !== null) {
      await giveBack();
      throw rateLimited(Math.max(1, Math.ceil(waitMs / 1_000)));
    }
    taken.push([limit, key]);
  }
  return {
    succeeded: async () => {
      await giveBack();
      if (known === undefined) return;
      await limiters.noteKnown(known);
      await limiters.forgive('signInByPair', known);
    },
  };
};

const longestText = 320;

/** As accounts are told apart, roughly: only for counting. */
const normalised = (text: string): string => text.slice(0, longestText).normalize('NFKC').trim().toLowerCase();
