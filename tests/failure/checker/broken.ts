/** What must hold once the stack is quiet; each name says what is so when it does not. */
export type Invariant =
  | 'event lost'
  | 'event without its change'
  | 'event not accepted'
  | 'effect doubled'
  | 'order lost'
  | 'order left pending'
  | 'payment without order'
  | 'order without payment'
  | 'oversold'
  | 'stock left held'
  | 'totals off'
  | 'ledger off'
  | 'not quiet';

/** One place where an invariant does not hold; the order it is about when it is about one. */
export type Broken = { readonly invariant: Invariant; readonly what: string; readonly orderId?: string };

/** What only the test knows: what was in stock, what buyers were promised, and what was put into the queues to be refused. */
export type Known = {
  /** On hand before the first order, by SKU. */
  readonly stock: ReadonlyMap<string, number>;
  /** The orders that buyers were told of. */
  readonly placed: readonly string[];
  /** Bodies of messages that must end as dead letters. */
  readonly poison?: readonly string[];
};
