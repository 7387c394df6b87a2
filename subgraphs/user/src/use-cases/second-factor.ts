import type { Cause } from '@cartograph/outbox';
import type { UserId } from '../domain/user.ts';
import type { ProofRefusal } from './identity.ts';

export type SecondFactorRefusal = ProofRefusal | 'SECOND_FACTOR_ON';

type Refused = { readonly ok: false; readonly code: SecondFactorRefusal };

/** The way to a second factor by an authenticator app, and back. */
export type SecondFactorSteps = {
  /** A secret for the app; nothing changes before it is confirmed. Needs a proved address: the mailbox is the way back in. */
  start(
    owner: { readonly userId: UserId; readonly password: string },
    cause: Cause,
  ): Promise<{ readonly ok: true; readonly secret: string; readonly uri: string } | Refused>;
  /** Turns it on by the app's first code; gives the codes that replace it, once each. */
  confirm(
    proof: { readonly userId: UserId; readonly code: string },
    cause: Cause,
  ): Promise<{ readonly ok: true; readonly recoveryCodes: readonly string[] } | Refused>;
  remove(
    owner: { readonly userId: UserId; readonly password: string; readonly secondFactor: string | null },
    cause: Cause,
  ): Promise<{ readonly ok: true } | Refused>;
};
