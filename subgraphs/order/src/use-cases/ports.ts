import type { EventPayload } from '@cartograph/events';
import type { CurrencyCode, Money } from '@cartograph/money';
import type { Transaction } from '@cartograph/outbox';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { CartId, CartLineId, OrderId, UserId, VariantId } from '../domain/ids.ts';
import type { Order, OrderEventType, OrderLine } from '../domain/order.ts';
import type { PricedLine, VariantFacts } from '../domain/price-cart.ts';

export type LockedCart = {
  readonly cart: Cart;
  readonly lines: readonly PricedLine[];
  /** Null when nothing is known of the variant, or none was asked for. */
  readonly facts: VariantFacts | null;
};

/** Carts, inside a transaction. */
export type CartStore = {
  /** False for a buyer who was erased: an access token outlives its account by minutes. */
  insert(tx: Transaction, cart: { id: CartId; buyerId: UserId | null; currency: CurrencyCode }): Promise<boolean>;
  /**
   * The cart, locked until the transaction ends, so that nobody else changes or orders it meanwhile; null when unknown. With
   * it its lines at present prices, in the order in which they were added, and what is known of one variant more, if asked.
   */
  lock(tx: Transaction, id: CartId, variantId?: VariantId): Promise<LockedCart | null>;
  /** Writes a new line, or the quantity of the one with that id, and raises the cart's version. */
  putLine(tx: Transaction, cartId: CartId, line: CartLine): Promise<void>;
  /** Removes a line and raises the cart's version; false when there is no such line. */
  removeLine(tx: Transaction, cartId: CartId, lineId: CartLineId): Promise<boolean>;
};

/** A cart or order of which only guest tokens of that generation, or a later one, hold. */
export type GuestRevocation = { readonly id: CartId | OrderId; readonly generation: number };

/** The guest tokens of carts and orders, inside a transaction. */
export type GuestAccess = {
  /**
   * Raises the generation of a cart, or of an order and the cart it came from. Answers the new one, or null for what is
   * unknown; a thing with a buyer has no guest tokens, and is left as it is.
   */
  revoke(tx: Transaction, id: CartId | OrderId): Promise<{ generation: number; buyerId: UserId | null } | null>;
};

export type NewOrder = {
  readonly id: OrderId;
  readonly cartId: CartId;
  readonly buyerId: UserId | null;
  readonly total: Money;
  readonly paymentMethodToken: string;
  readonly pendingForSeconds: number;
  readonly lines: readonly OrderLine[];
};

/** What is written of a step, beside the order's next state. */
export type WrittenStep = {
  readonly timeline: readonly OrderEventType[];
  /** Whether the order's lines are to be told. */
  readonly hasLines: boolean;
};

export type SavedStep = {
  readonly version: number;
  /** The token the buyer pays with, as it was before the step: it is there until the payment was asked for. */
  readonly paymentMethodToken: string | null;
  /** Empty when they were not asked for. */
  readonly lines: readonly Pick<OrderLine, 'variantId' | 'quantity'>[];
};

/** Orders, inside a transaction. */
export type OrderStore = {
  /**
   * Writes a PENDING order, its lines and the first step of its timeline, and turns its cart `ACTIVE -> COMPLETED` with its
   * version raised: from then on it is the buyer's, and no guest token opens it. Returns when the order was placed, by the
   * database's clock; null for an erased buyer.
   */
  insert(tx: Transaction, order: NewOrder): Promise<Date | null>;
  /** The order, locked until the transaction ends; null when unknown. */
  lock(tx: Transaction, id: OrderId): Promise<Order | null>;
  /** Up to `limit` PENDING orders past their deadline, locked; those that another replica has locked are left out. */
  lockOverdue(tx: Transaction, limit: number): Promise<readonly Order[]>;
  /** Writes the progress of a locked order with the steps of its timeline, and raises its version. */
  save(tx: Transaction, order: Order, step: WrittenStep): Promise<SavedStep>;
  /** The order a cart became. */
  idOfCart(tx: Transaction, cartId: CartId): Promise<OrderId | null>;
};

/** What a ProductPublished, ProductUpdated or ProductArchived event carries. */
export type ProductFacts = EventPayload<'ProductUpdated'>;

/** Our projection of product's variants, inside a transaction. */
export type VariantStore = {
  /** Replaces what is known of a product and its variants; false when newer facts are there already. */
  replace(tx: Transaction, product: ProductFacts, version: number): Promise<boolean>;
};
