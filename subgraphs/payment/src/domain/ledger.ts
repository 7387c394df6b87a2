import type { AttemptKind } from './attempt.ts';
import type { Payment } from './payment.ts';

/**
 * `AUTHORIZED_FUNDS` and `HELD_FOR_BUYERS` mirror what is held but not ours; `PROVIDER_BALANCE` is what the provider owes
 * us, `ORDER_PAYMENTS` what buyers paid.
 */
export type Account = 'AUTHORIZED_FUNDS' | 'HELD_FOR_BUYERS' | 'PROVIDER_BALANCE' | 'ORDER_PAYMENTS';

/** One leg of a double entry; the amount is positive minor units of the payment's currency. */
export type LedgerEntry = {
  readonly account: Account;
  readonly side: 'DEBIT' | 'CREDIT';
  readonly amountMinor: bigint;
};

type Moved = Pick<Payment, 'authorizedMinor'>;

/** The entries of a success; debits equal credits. A capture ends the whole hold, as what it leaves is let go. */
export const ledgerEntries = (kind: AttemptKind, amountMinor: bigint, { authorizedMinor }: Moved): LedgerEntry[] => {
  switch (kind) {
    case 'AUTHORIZE':
      return entry('AUTHORIZED_FUNDS', 'HELD_FOR_BUYERS', amountMinor);
    case 'CAPTURE':
      return [
        ...entry('HELD_FOR_BUYERS', 'AUTHORIZED_FUNDS', authorizedMinor),
        ...entry('PROVIDER_BALANCE', 'ORDER_PAYMENTS', amountMinor),
      ];
    case 'VOID':
      return entry('HELD_FOR_BUYERS', 'AUTHORIZED_FUNDS', authorizedMinor);
    case 'REFUND':
      return entry('ORDER_PAYMENTS', 'PROVIDER_BALANCE', amountMinor);
  }
};

const entry = (debit: Account, credit: Account, amountMinor: bigint): LedgerEntry[] =>
  amountMinor === 0n
    ? []
    : [
        { account: debit, side: 'DEBIT', amountMinor },
        { account: credit, side: 'CREDIT', amountMinor },
      ];
