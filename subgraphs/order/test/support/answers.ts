import type { OrderId } from '../../src/domain/ids.ts';

/** What the operations of these tests ask for, as far as tests go on with it. */
type ToldMoney = { readonly amountMinor: string; readonly currency: string };

export type ToldCart = {
  readonly id: string;
  readonly version: number;
  readonly total: ToldMoney;
  readonly lines: readonly { readonly id: string; readonly variant: { readonly id: string } }[];
};

export type ToldOrder = {
  readonly id: OrderId;
  readonly status: string;
  readonly customer: { readonly id: string } | null;
  readonly lines: readonly { readonly variant: { readonly id: string } }[];
};

type ToldError = { readonly __typename: string; readonly code: string; readonly orderId?: string };

/** The thing a mutation made is null when it was refused: a test that goes on with it expects that it was not. */
type Payload<Made> = Made & { readonly userErrors: readonly ToldError[] };

export type Answers = {
  readonly createCart: Payload<{ readonly cart: ToldCart; readonly guestToken: string }>;
  readonly addCartLine: Payload<{ readonly cart: ToldCart }>;
  readonly checkout: Payload<{ readonly order: ToldOrder; readonly guestToken: string }>;
  readonly cart: ToldCart;
};
