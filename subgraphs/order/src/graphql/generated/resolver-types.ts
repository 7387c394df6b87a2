// Generated from schema.graphql by `pnpm codegen`: change that file or codegen.yml, not this one.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Cart as CartModel } from '../../domain/cart.ts';
import type { PricedLine as PricedLineModel } from '../../domain/price-cart.ts';
import type { Order as OrderModel, OrderLine as OrderLineModel } from '../../domain/order.ts';
import type { OrderPage as OrderPageModel } from '../../domain/order-page.ts';
import type { Money as MoneyModel } from '@cartograph/money';
import type { UserError as UserErrorModel } from '../user-errors.ts';
import type { Context } from '../../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An integer of any size, always sent as text. */
  BigInt: { input: bigint; output: bigint; }
  /** An ISO 4217 currency code. */
  Currency: { input: string; output: string; }
  /** An instant in UTC, ISO 8601. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number, sent as text. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What adding to a cart takes. */
export type AddCartLineInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The version of the cart the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, nothing is added a second time. */
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** How many pieces to add, 1 to 1000. */
  quantity: Scalars['Int']['input'];
  /** The variant. */
  variantId: Scalars['ID']['input'];
};

/** The outcome of addCartLine. */
export type AddCartLinePayload = {
  __typename?: 'AddCartLinePayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Something that somebody of the staff, or a machine, did for or to a customer. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** What was done, e.g. `CANCEL_ORDER`. */
  action: Scalars['String']['output'];
  /** Who did it: a user's id, or a machine client's. */
  actorId: Scalars['ID']['output'];
  /** The request in which it was done, as the logs have it. */
  correlationId: Scalars['ID']['output'];
  /** Whose it is; null for a guest's, or for what is nobody's. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** When. */
  occurredAt: Scalars['DateTime']['output'];
  /** Why, in the actor's words. */
  reason: Scalars['String']['output'];
  /** What it was done to. */
  subjectId: Scalars['ID']['output'];
};

/** A page of audit entries. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The entries with their cursors. */
  edges: Array<AuditEntryEdge>;
  /** The entries. */
  nodes: Array<AuditEntry>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An audit entry in a page. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditEntry;
};

/** What cancelling an order takes. */
export type CancelOrderInput = {
  /** The version of the order the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the first outcome is given again. */
  idempotencyKey: Scalars['ID']['input'];
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** Why: 3 to 500 characters without names or addresses. Staff who cancel a customer's order must give one. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of cancelOrder. */
export type CancelOrderPayload = {
  __typename?: 'CancelOrderPayload';
  /** The order as it is now; null when it was refused. */
  order?: Maybe<Order>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What somebody is about to order. It has one currency for life, and its prices are those of this moment. */
export type Cart = Node & {
  __typename?: 'Cart';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The one currency of all its prices. */
  currency: Scalars['Currency']['output'];
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** What is in it, in the order in which it was added; 200 lines at most. */
  lines: Array<CartLine>;
  /** The order it became; null before checkout, and for whoever may not see the order. */
  order?: Maybe<Order>;
  /** Whether it can still be changed. */
  status: CartStatus;
  /** The sum of all lines that are for sale now. */
  total: Money;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Goes up by one with every change; for `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** The cart became an order and cannot be changed any more. */
export type CartAlreadyOrderedError = UserError & {
  __typename?: 'CartAlreadyOrderedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** The id of the order it became. */
  orderId: Scalars['ID']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is nothing in the cart. */
export type CartEmptyError = UserError & {
  __typename?: 'CartEmptyError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The cart would hold more than it can. */
export type CartLimitExceededError = UserError & {
  __typename?: 'CartLimitExceededError';
  /** A code for programs. */
  code: ErrorCode;
  /** The most it can hold, of lines or of pieces in one line. */
  limit: Scalars['Int']['output'];
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Some pieces of one variant in a cart. */
export type CartLine = {
  __typename?: 'CartLine';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** Is the variant for sale now, in the cart's currency? A line that is not blocks checkout until it is removed. */
  isAvailable: Scalars['Boolean']['output'];
  /** The product; null when it is not known any more. */
  product?: Maybe<Product>;
  /** Pieces, 1 to 1000. */
  quantity: Scalars['Int']['output'];
  /** The stock keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** The product's title; null when it is not known any more. */
  title?: Maybe<Scalars['String']['output']>;
  /** The price of all pieces now; null when it is not for sale. */
  total?: Maybe<Money>;
  /** The price of one piece now; null when it is not for sale. */
  unitPrice?: Maybe<Money>;
  /** The variant. */
  variant?: Maybe<ProductVariant>;
  /** The variant's option values, e.g. Red / L; empty for a product without options. */
  variantTitle?: Maybe<Scalars['String']['output']>;
};

/** There is no such line in the cart. */
export type CartLineNotFoundError = UserError & {
  __typename?: 'CartLineNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is no such cart that the viewer may change. */
export type CartNotFoundError = UserError & {
  __typename?: 'CartNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whether a cart can still be changed. */
export type CartStatus =
  /** Nobody came back for it. */
  | 'ABANDONED'
  /** It can be changed and ordered. */
  | 'ACTIVE'
  /** It became an order. */
  | 'COMPLETED';

/** What changing a line of a cart takes. */
export type ChangeCartLineInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The version of the cart the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The line. */
  lineId: Scalars['ID']['input'];
  /** How many pieces it has from now on, 1 to 1000. */
  quantity: Scalars['Int']['input'];
};

/** The outcome of changeCartLine. */
export type ChangeCartLinePayload = {
  __typename?: 'ChangeCartLinePayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What ordering takes. */
export type CheckoutInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The total the buyer agreed to. When the cart's total differs, nothing is done. */
  expectedTotal: MoneyInput;
  /** The version of the cart the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, it answers with the order that the first attempt made. */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment provider's token for the buyer's payment method; never card data. */
  paymentMethodToken: Scalars['String']['input'];
};

/** The outcome of checkout. */
export type CheckoutPayload = {
  __typename?: 'CheckoutPayload';
  /** Opens the order for a guest for 30 days, sent as the header x-cartograph-guest; null for whoever is signed in. */
  guestToken?: Maybe<Scalars['String']['output']>;
  /** The order; null when it was refused. */
  order?: Maybe<Order>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What making a cart takes. */
export type CreateCartInput = {
  /** The one currency of all its prices. */
  currency: Scalars['Currency']['input'];
};

/** The outcome of createCart. */
export type CreateCartPayload = {
  __typename?: 'CreateCartPayload';
  /** The cart; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Opens the cart for a guest for 30 days, sent as the header x-cartograph-guest; null for whoever is signed in. */
  guestToken?: Maybe<Scalars['String']['output']>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Codes of expected outcomes. */
export type ErrorCode =
  /** The cart became an order and cannot be changed any more. */
  | 'CART_ALREADY_ORDERED'
  /** There is nothing in the cart. */
  | 'CART_EMPTY'
  /** The cart would hold more than it can. */
  | 'CART_LIMIT_EXCEEDED'
  /** There is no such line in the cart. */
  | 'CART_LINE_NOT_FOUND'
  /** There is no such cart that the viewer may change. */
  | 'CART_NOT_FOUND'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The input has a value that cannot be taken. */
  | 'INVALID_INPUT'
  /** The order has gone too far, or has ended. */
  | 'ORDER_NOT_CANCELLABLE'
  /** The viewer has no such order. */
  | 'ORDER_NOT_FOUND'
  /** The total is not the one the buyer agreed to. */
  | 'PRICE_CHANGED'
  /** The variant is not for sale, or not in the cart's currency. */
  | 'VARIANT_UNAVAILABLE'
  /** It was changed in the meantime. */
  | 'VERSION_CONFLICT';

/** A cart or order of which older guest tokens do not hold any more. */
export type GuestRevocation = {
  __typename?: 'GuestRevocation';
  /** Tokens of an earlier generation are revoked. */
  generation: Scalars['Int']['output'];
  /** The cart's or order's id. */
  id: Scalars['ID']['output'];
};

/** The idempotency key was used before with another input. */
export type IdempotencyKeyReusedError = UserError & {
  __typename?: 'IdempotencyKeyReusedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The input has a value that cannot be taken. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** The same amount as a decimal number, e.g. 19.99. */
  amount: Scalars['Decimal']['output'];
  /** Integer minor units, e.g. cents. */
  amountMinor: Scalars['BigInt']['output'];
  /** The currency. */
  currency: Scalars['Currency']['output'];
};

/** An amount of money as input. */
export type MoneyInput = {
  /** Integer minor units, e.g. cents. */
  amountMinor: Scalars['BigInt']['input'];
  /** The currency. */
  currency: Scalars['Currency']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Puts pieces of a variant into a cart; of a variant that is there already, more. */
  addCartLine: AddCartLinePayload;
  /** Calls off an order that has not been sent: stock comes back, money is voided or refunded. Staff give a reason, which is kept. */
  cancelOrder: CancelOrderPayload;
  /** Sets how many pieces a line of a cart has. */
  changeCartLine: ChangeCartLinePayload;
  /** Turns a cart into an order, which is PENDING at first: stock and payment answer afterwards. A cart becomes one order at most. */
  checkout: CheckoutPayload;
  /** Makes an empty cart. A guest gets a token that opens it. */
  createCart: CreateCartPayload;
  /** Takes a line out of a cart. */
  removeCartLine: RemoveCartLinePayload;
  /** Ends every guest token that was given out for a cart or an order, within seconds at every door (scope `order:write:any`). */
  revokeGuestAccess: RevokeGuestAccessPayload;
};


export type MutationAddCartLineArgs = {
  input: AddCartLineInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationChangeCartLineArgs = {
  input: ChangeCartLineInput;
};


export type MutationCheckoutArgs = {
  input: CheckoutInput;
};


export type MutationCreateCartArgs = {
  input: CreateCartInput;
};


export type MutationRemoveCartLineArgs = {
  input: RemoveCartLineInput;
};


export type MutationRevokeGuestAccessArgs = {
  input: RevokeGuestAccessInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

/** What somebody ordered. Its lines keep what was true when it was placed. */
export type Order = Node & {
  __typename?: 'Order';
  /** Why it was cancelled; null unless it was. */
  cancellation?: Maybe<OrderCancellation>;
  /** The one currency of all its amounts. */
  currency: Scalars['Currency']['output'];
  /** Who ordered; null for a guest. */
  customer?: Maybe<User>;
  /** How far its goods have come. */
  fulfillmentStatus: OrderFulfillmentStatus;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** How many lines there are. */
  lineCount: Scalars['Int']['output'];
  /** What was ordered. */
  lines: Array<OrderLine>;
  /** How far its money has come. */
  paymentStatus: OrderPaymentStatus;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Why it was rejected; null unless it was. */
  rejection?: Maybe<OrderRejection>;
  /** How far it has come. */
  status: OrderStatus;
  /** What happened to it, oldest first. */
  timeline: Array<OrderEvent>;
  /** The sum of all lines. */
  total: Money;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Goes up by one with every change. */
  version: Scalars['Int']['output'];
};


/** What somebody ordered. Its lines keep what was true when it was placed. */
export type OrderLinesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What somebody ordered. Its lines keep what was true when it was placed. */
export type OrderTimelineArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** How an order was cancelled. */
export type OrderCancellation = {
  __typename?: 'OrderCancellation';
  /** When. */
  cancelledAt: Scalars['DateTime']['output'];
  /** Why. */
  reason: OrderCancellationReason;
};

/** Why an order was cancelled. */
export type OrderCancellationReason =
  /** The authorised amount could not be taken. */
  | 'CAPTURE_FAILED'
  /** The customer asked for it. */
  | 'CUSTOMER_REQUEST'
  /** The shop's staff decided it. */
  | 'STAFF_REQUEST'
  /** The goods were sold before they could be set aside for good. */
  | 'STOCK_LOST';

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The orders with their cursors. */
  edges: Array<OrderEdge>;
  /** The orders alone. */
  nodes: Array<Order>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many orders there are in all; counted only when asked for. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An order in a page. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Where the order lies in the list. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** One step in the life of an order. Steps are added, never changed. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** When it was noted. */
  occurredAt: Scalars['DateTime']['output'];
  /** What happened. */
  type: OrderEventType;
};

/** What can happen to an order. */
export type OrderEventType =
  /** The order was cancelled. */
  | 'CANCELLED'
  /** The amount is to be taken. */
  | 'CAPTURE_REQUESTED'
  /** The order is certain. */
  | 'CONFIRMED'
  /** The bank wants the buyer to do something first (3-D Secure). */
  | 'PAYMENT_ACTION_REQUIRED'
  /** The provider holds the amount. */
  | 'PAYMENT_AUTHORIZED'
  /** The amount was taken. */
  | 'PAYMENT_CAPTURED'
  /** Money went back to the buyer. */
  | 'PAYMENT_REFUNDED'
  /** The payment was asked for. */
  | 'PAYMENT_REQUESTED'
  /** The held amount was let go. */
  | 'PAYMENT_VOIDED'
  /** The cart became the order. */
  | 'PLACED'
  /** The order ended before it was confirmed. */
  | 'REJECTED'
  /** The pieces left the stock for good. */
  | 'STOCK_COMMITTED'
  /** All pieces are held. */
  | 'STOCK_RESERVED';

/** How far the goods of an order have come. */
export type OrderFulfillmentStatus =
  /** All of it was sent. */
  | 'FULFILLED'
  /** Some of it was sent. */
  | 'PARTIALLY_FULFILLED'
  /** Nothing was sent. */
  | 'UNFULFILLED';

/** Some pieces of one variant in an order, as they were when it was placed. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** The product, as it is today. */
  product?: Maybe<Product>;
  /** Pieces. */
  quantity: Scalars['Int']['output'];
  /** The stock keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** The product's title. */
  title: Scalars['String']['output'];
  /** The price of all pieces, rounded once. */
  total: Money;
  /** The price of one piece. */
  unitPrice: Money;
  /** The variant, as it is today. */
  variant?: Maybe<ProductVariant>;
  /** The variant's option values, e.g. Red / L; empty for a product without options. */
  variantTitle: Scalars['String']['output'];
};

/** The order has been sent, or has ended already. */
export type OrderNotCancellableError = UserError & {
  __typename?: 'OrderNotCancellableError';
  /** A code for programs. */
  code: ErrorCode;
  /** How much of it was sent. */
  fulfillmentStatus: OrderFulfillmentStatus;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How far the order is. */
  status: OrderStatus;
};

/** The viewer has no such order. */
export type OrderNotFoundError = UserError & {
  __typename?: 'OrderNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** How far the money of an order has come. */
export type OrderPaymentStatus =
  /** The provider holds the amount. */
  | 'AUTHORIZED'
  /** The buyer's bank disputes the payment. */
  | 'DISPUTED'
  /** No money is held. */
  | 'NONE'
  /** The whole amount was taken. */
  | 'PAID'
  /** A part of the amount was taken. */
  | 'PARTIALLY_PAID'
  /** A part of what was taken went back. */
  | 'PARTIALLY_REFUNDED'
  /** All that was taken went back. */
  | 'REFUNDED';

/** Why an order was rejected. */
export type OrderRejection = OutOfStock | PaymentActionExpired | PaymentDeclined | TimedOut;

/** How far an order has come. */
export type OrderStatus =
  /** It was cancelled; `cancellation` says why. */
  | 'CANCELLED'
  /** Everything was sent and paid. */
  | 'COMPLETED'
  /** Stock is held and payment authorised. */
  | 'CONFIRMED'
  /** Goods are being sent. */
  | 'FULFILLING'
  /** It waits for stock and payment. */
  | 'PENDING'
  /** It ended before it was confirmed; `rejection` says why. */
  | 'REJECTED';

/** There were too few pieces of something. */
export type OutOfStock = {
  __typename?: 'OutOfStock';
  /** When it was rejected. */
  rejectedAt: Scalars['DateTime']['output'];
  /** What was short. */
  shortages: Array<Shortage>;
};

/** Where a page lies in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Is there a page after this one? */
  hasNextPage: Scalars['Boolean']['output'];
  /** Is there a page before this one? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The buyer did not do in time what the bank asked for (3-D Secure); nothing was charged. */
export type PaymentActionExpired = {
  __typename?: 'PaymentActionExpired';
  /** When it was rejected. */
  rejectedAt: Scalars['DateTime']['output'];
};

/** Why a payment was declined. */
export type PaymentDeclineReason =
  /** The bank refused and gave no reason. */
  | 'DECLINED'
  /** There was not enough money. */
  | 'INSUFFICIENT_FUNDS'
  /** The payment method is unknown or cannot be used. */
  | 'INVALID_PAYMENT_METHOD'
  /** The payment provider could not do it. */
  | 'PROVIDER_ERROR';

/** The payment was refused; nothing was charged. */
export type PaymentDeclined = {
  __typename?: 'PaymentDeclined';
  /** Why. */
  reason: PaymentDeclineReason;
  /** When it was rejected. */
  rejectedAt: Scalars['DateTime']['output'];
};

/** A page of what a subgraph holds of one person, for their own export. */
export type PersonalRecordPage = {
  __typename?: 'PersonalRecordPage';
  /** Where the next page begins; null after the last. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** The records as JSON texts, each with its kind and its id, in a stable order. */
  records: Array<Scalars['String']['output']>;
};

/** The total is not the one the buyer agreed to. */
export type PriceChangedError = UserError & {
  __typename?: 'PriceChangedError';
  /** A code for programs. */
  code: ErrorCode;
  /** The total now. */
  currentTotal: Money;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type Product = {
  __typename?: 'Product';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** A cart by its id; null when there is none that the viewer may see. */
  cart?: Maybe<Cart>;
  /**
   * Carts and orders whose guest tokens were revoked and may still be tried, in the order of their ids, 1000 at most; only for
   * the gateway (scope `guest-access:read`).
   */
  guestRevocations?: Maybe<Array<GuestRevocation>>;
  /** An order by its id; null when there is none that the viewer may see. */
  order?: Maybe<Order>;
  /** What the staff did to orders, newest first: who, what, when and why. */
  orderAuditEntries?: Maybe<AuditEntryConnection>;
  /** What this subgraph holds of a person; only for the machine that gathers their export (scope `personal-data:read`). */
  orderPersonalRecords?: Maybe<PersonalRecordPage>;
};


export type QueryCartArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGuestRevocationsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrderPersonalRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  userId: Scalars['ID']['input'];
};

/** What removing a line from a cart takes. */
export type RemoveCartLineInput = {
  /** The cart. */
  cartId: Scalars['ID']['input'];
  /** The version of the cart the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The line. */
  lineId: Scalars['ID']['input'];
};

/** The outcome of removeCartLine. */
export type RemoveCartLinePayload = {
  __typename?: 'RemoveCartLinePayload';
  /** The cart as it is now; null when it was refused. */
  cart?: Maybe<Cart>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What revoking a guest's access takes. */
export type RevokeGuestAccessInput = {
  /** The cart or the order; with an order, the tokens of the cart it came from end as well. */
  id: Scalars['ID']['input'];
  /** Sent again with the same input, the first outcome is given again. */
  idempotencyKey: Scalars['ID']['input'];
  /** Is a new token to be made, for the guest whose it is? */
  issuesNew?: Scalars['Boolean']['input'];
  /** Why: 3 to 500 characters without names or addresses. */
  reason: Scalars['String']['input'];
};

/** The outcome of revokeGuestAccess. */
export type RevokeGuestAccessPayload = {
  __typename?: 'RevokeGuestAccessPayload';
  /** The new token, where one was asked for. */
  guestToken?: Maybe<Scalars['String']['output']>;
  /** What no token that was given out before opens any more; null when it was refused. */
  revokedId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** A variant of which there were too few pieces. */
export type Shortage = {
  __typename?: 'Shortage';
  /** Pieces there were. */
  available: Scalars['Int']['output'];
  /** Pieces asked for. */
  requested: Scalars['Int']['output'];
  /** The variant's id. */
  variantId: Scalars['ID']['output'];
};

/** Stock or payment did not answer in time; nothing was charged, or it goes back. */
export type TimedOut = {
  __typename?: 'TimedOut';
  /** Until when it could have been confirmed. */
  deadline: Scalars['DateTime']['output'];
  /** When it was rejected. */
  rejectedAt: Scalars['DateTime']['output'];
};

export type User = {
  __typename?: 'User';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** The user's orders, newest first. Pages hold 20 orders unless `first` or `last` says otherwise, 100 at most. */
  orders?: Maybe<OrderConnection>;
};


export type UserOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Why a mutation did not do what was asked: an expected outcome, not a fault. */
export type UserError = {
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The variant is not for sale, or not in the cart's currency. */
export type VariantUnavailableError = UserError & {
  __typename?: 'VariantUnavailableError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The variant's id. */
  variantId: Scalars['ID']['output'];
};

/** It was changed in the meantime. */
export type VersionConflictError = UserError & {
  __typename?: 'VersionConflictError';
  /** A code for programs. */
  code: ErrorCode;
  /** The version it has now. */
  currentVersion: Scalars['Int']['output'];
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
  Order: Order;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  OrderRejection:
    | ( OutOfStock )
    | ( PaymentActionExpired )
    | ( PaymentDeclined )
    | ( TimedOut )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CartModel )
    | ( OrderModel )
  ;
  UserError:
    | ( CartAlreadyOrderedError )
    | ( CartEmptyError )
    | ( CartLimitExceededError )
    | ( CartLineNotFoundError )
    | ( CartNotFoundError )
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
    | ( OrderNotCancellableError )
    | ( OrderNotFoundError )
    | ( Omit<PriceChangedError, 'currentTotal'> & { currentTotal: _RefType['Money'] } )
    | ( VariantUnavailableError )
    | ( VersionConflictError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddCartLineInput: AddCartLineInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AddCartLinePayload: ResolverTypeWrapper<Omit<AddCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversTypes['Cart']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Cart: ResolverTypeWrapper<CartModel>;
  CartAlreadyOrderedError: ResolverTypeWrapper<CartAlreadyOrderedError>;
  CartEmptyError: ResolverTypeWrapper<CartEmptyError>;
  CartLimitExceededError: ResolverTypeWrapper<CartLimitExceededError>;
  CartLine: ResolverTypeWrapper<PricedLineModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CartLineNotFoundError: ResolverTypeWrapper<CartLineNotFoundError>;
  CartNotFoundError: ResolverTypeWrapper<CartNotFoundError>;
  CartStatus: CartStatus;
  ChangeCartLineInput: ChangeCartLineInput;
  ChangeCartLinePayload: ResolverTypeWrapper<Omit<ChangeCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversTypes['Cart']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CheckoutInput: CheckoutInput;
  CheckoutPayload: ResolverTypeWrapper<Omit<CheckoutPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateCartInput: CreateCartInput;
  CreateCartPayload: ResolverTypeWrapper<Omit<CreateCartPayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversTypes['Cart']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  ErrorCode: ErrorCode;
  GuestRevocation: ResolverTypeWrapper<GuestRevocation>;
  IdempotencyKeyReusedError: ResolverTypeWrapper<IdempotencyKeyReusedError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Order: ResolverTypeWrapper<OrderModel>;
  OrderCancellation: ResolverTypeWrapper<OrderCancellation>;
  OrderCancellationReason: OrderCancellationReason;
  OrderConnection: ResolverTypeWrapper<OrderPageModel>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderEvent: ResolverTypeWrapper<OrderEvent>;
  OrderEventType: OrderEventType;
  OrderFulfillmentStatus: OrderFulfillmentStatus;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  OrderNotCancellableError: ResolverTypeWrapper<OrderNotCancellableError>;
  OrderNotFoundError: ResolverTypeWrapper<OrderNotFoundError>;
  OrderPaymentStatus: OrderPaymentStatus;
  OrderRejection: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderRejection']>;
  OrderStatus: OrderStatus;
  OutOfStock: ResolverTypeWrapper<OutOfStock>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentActionExpired: ResolverTypeWrapper<PaymentActionExpired>;
  PaymentDeclineReason: PaymentDeclineReason;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclined>;
  PersonalRecordPage: ResolverTypeWrapper<PersonalRecordPage>;
  PriceChangedError: ResolverTypeWrapper<Omit<PriceChangedError, 'currentTotal'> & { currentTotal: ResolversTypes['Money'] }>;
  Product: ResolverTypeWrapper<Product>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveCartLineInput: RemoveCartLineInput;
  RemoveCartLinePayload: ResolverTypeWrapper<Omit<RemoveCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversTypes['Cart']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeGuestAccessInput: RevokeGuestAccessInput;
  RevokeGuestAccessPayload: ResolverTypeWrapper<Omit<RevokeGuestAccessPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Shortage: ResolverTypeWrapper<Shortage>;
  TimedOut: ResolverTypeWrapper<TimedOut>;
  User: ResolverTypeWrapper<Omit<User, 'orders'> & { orders?: Maybe<ResolversTypes['OrderConnection']> }>;
  UserError: ResolverTypeWrapper<UserErrorModel>;
  VariantUnavailableError: ResolverTypeWrapper<VariantUnavailableError>;
  VersionConflictError: ResolverTypeWrapper<VersionConflictError>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCartLineInput: AddCartLineInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AddCartLinePayload: Omit<AddCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversParentTypes['Cart']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AuditEntry: AuditEntry;
  String: Scalars['String']['output'];
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  BigInt: Scalars['BigInt']['output'];
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Cart: CartModel;
  CartAlreadyOrderedError: CartAlreadyOrderedError;
  CartEmptyError: CartEmptyError;
  CartLimitExceededError: CartLimitExceededError;
  CartLine: PricedLineModel;
  Boolean: Scalars['Boolean']['output'];
  CartLineNotFoundError: CartLineNotFoundError;
  CartNotFoundError: CartNotFoundError;
  ChangeCartLineInput: ChangeCartLineInput;
  ChangeCartLinePayload: Omit<ChangeCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversParentTypes['Cart']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CheckoutInput: CheckoutInput;
  CheckoutPayload: Omit<CheckoutPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateCartInput: CreateCartInput;
  CreateCartPayload: Omit<CreateCartPayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversParentTypes['Cart']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Currency: Scalars['Currency']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  GuestRevocation: GuestRevocation;
  IdempotencyKeyReusedError: IdempotencyKeyReusedError;
  InvalidInputError: InvalidInputError;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Order: OrderModel;
  OrderCancellation: OrderCancellation;
  OrderConnection: OrderPageModel;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderEvent: OrderEvent;
  OrderLine: OrderLineModel;
  OrderNotCancellableError: OrderNotCancellableError;
  OrderNotFoundError: OrderNotFoundError;
  OrderRejection: ResolversUnionTypes<ResolversParentTypes>['OrderRejection'];
  OutOfStock: OutOfStock;
  PageInfo: PageInfo;
  PaymentActionExpired: PaymentActionExpired;
  PaymentDeclined: PaymentDeclined;
  PersonalRecordPage: PersonalRecordPage;
  PriceChangedError: Omit<PriceChangedError, 'currentTotal'> & { currentTotal: ResolversParentTypes['Money'] };
  Product: Product;
  ProductVariant: ProductVariant;
  Query: Record<PropertyKey, never>;
  RemoveCartLineInput: RemoveCartLineInput;
  RemoveCartLinePayload: Omit<RemoveCartLinePayload, 'cart' | 'userErrors'> & { cart?: Maybe<ResolversParentTypes['Cart']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeGuestAccessInput: RevokeGuestAccessInput;
  RevokeGuestAccessPayload: Omit<RevokeGuestAccessPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Shortage: Shortage;
  TimedOut: TimedOut;
  User: Omit<User, 'orders'> & { orders?: Maybe<ResolversParentTypes['OrderConnection']> } | FederationReferenceTypes['User'];
  UserError: UserErrorModel;
  VariantUnavailableError: VariantUnavailableError;
  VersionConflictError: VersionConflictError;
};

export type AdmitsDirectiveArgs = { };

export type AdmitsDirectiveResolver<Result, Parent, ContextType = Context, Args = AdmitsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddCartLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCartLinePayload'] = ResolversParentTypes['AddCartLinePayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CancelOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CartStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartAlreadyOrderedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartAlreadyOrderedError'] = ResolversParentTypes['CartAlreadyOrderedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartEmptyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartEmptyError'] = ResolversParentTypes['CartEmptyError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartLimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLimitExceededError'] = ResolversParentTypes['CartLimitExceededError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  variantTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CartLineNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLineNotFoundError'] = ResolversParentTypes['CartLineNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartNotFoundError'] = ResolversParentTypes['CartNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeCartLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeCartLinePayload'] = ResolversParentTypes['ChangeCartLinePayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CheckoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutPayload'] = ResolversParentTypes['CheckoutPayload']> = {
  guestToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCartPayload'] = ResolversParentTypes['CreateCartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  guestToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type GuestRevocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuestRevocation'] = ResolversParentTypes['GuestRevocation']> = {
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type IdempotencyKeyReusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyKeyReusedError'] = ResolversParentTypes['IdempotencyKeyReusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCartLine?: Resolver<ResolversTypes['AddCartLinePayload'], ParentType, ContextType, RequireFields<MutationAddCartLineArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  changeCartLine?: Resolver<ResolversTypes['ChangeCartLinePayload'], ParentType, ContextType, RequireFields<MutationChangeCartLineArgs, 'input'>>;
  checkout?: Resolver<ResolversTypes['CheckoutPayload'], ParentType, ContextType, RequireFields<MutationCheckoutArgs, 'input'>>;
  createCart?: Resolver<ResolversTypes['CreateCartPayload'], ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'input'>>;
  removeCartLine?: Resolver<ResolversTypes['RemoveCartLinePayload'], ParentType, ContextType, RequireFields<MutationRemoveCartLineArgs, 'input'>>;
  revokeGuestAccess?: Resolver<ResolversTypes['RevokeGuestAccessPayload'], ParentType, ContextType, RequireFields<MutationRevokeGuestAccessArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Cart' | 'Order', ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['OrderCancellation']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  fulfillmentStatus?: Resolver<ResolversTypes['OrderFulfillmentStatus'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType, Partial<OrderLinesArgs>>;
  paymentStatus?: Resolver<ResolversTypes['OrderPaymentStatus'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['OrderRejection']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['OrderEvent']>, ParentType, ContextType, RequireFields<OrderTimelineArgs, 'last'>>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderCancellationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderCancellation'] = ResolversParentTypes['OrderCancellation']> = {
  cancelledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['OrderCancellationReason'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['OrderEventType'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  variantTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderNotCancellableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderNotCancellableError'] = ResolversParentTypes['OrderNotCancellableError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  fulfillmentStatus?: Resolver<ResolversTypes['OrderFulfillmentStatus'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderNotFoundError'] = ResolversParentTypes['OrderNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderRejection'] = ResolversParentTypes['OrderRejection']> = {
  __resolveType: TypeResolveFn<'OutOfStock' | 'PaymentActionExpired' | 'PaymentDeclined' | 'TimedOut', ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  rejectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shortages?: Resolver<Array<ResolversTypes['Shortage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentActionExpiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentActionExpired'] = ResolversParentTypes['PaymentActionExpired']> = {
  rejectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  reason?: Resolver<ResolversTypes['PaymentDeclineReason'], ParentType, ContextType>;
  rejectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonalRecordPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordPage'] = ResolversParentTypes['PersonalRecordPage']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceChangedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChangedError'] = ResolversParentTypes['PriceChangedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  currentTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, RequireFields<QueryCartArgs, 'id'>>;
  guestRevocations?: Resolver<Maybe<Array<ResolversTypes['GuestRevocation']>>, ParentType, ContextType, Partial<QueryGuestRevocationsArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orderAuditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryOrderAuditEntriesArgs>>;
  orderPersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordPage']>, ParentType, ContextType, RequireFields<QueryOrderPersonalRecordsArgs, 'userId'>>;
};

export type RemoveCartLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCartLinePayload'] = ResolversParentTypes['RemoveCartLinePayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeGuestAccessPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeGuestAccessPayload'] = ResolversParentTypes['RevokeGuestAccessPayload']> = {
  guestToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShortageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shortage'] = ResolversParentTypes['Shortage']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TimedOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimedOut'] = ResolversParentTypes['TimedOut']> = {
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rejectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<UserOrdersArgs>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'CartAlreadyOrderedError' | 'CartEmptyError' | 'CartLimitExceededError' | 'CartLineNotFoundError' | 'CartNotFoundError' | 'IdempotencyKeyReusedError' | 'InvalidInputError' | 'OrderNotCancellableError' | 'OrderNotFoundError' | 'PriceChangedError' | 'VariantUnavailableError' | 'VersionConflictError', ParentType, ContextType>;
};

export type VariantUnavailableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantUnavailableError'] = ResolversParentTypes['VariantUnavailableError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VersionConflictError'] = ResolversParentTypes['VersionConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddCartLinePayload?: AddCartLinePayloadResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartAlreadyOrderedError?: CartAlreadyOrderedErrorResolvers<ContextType>;
  CartEmptyError?: CartEmptyErrorResolvers<ContextType>;
  CartLimitExceededError?: CartLimitExceededErrorResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartLineNotFoundError?: CartLineNotFoundErrorResolvers<ContextType>;
  CartNotFoundError?: CartNotFoundErrorResolvers<ContextType>;
  ChangeCartLinePayload?: ChangeCartLinePayloadResolvers<ContextType>;
  CheckoutPayload?: CheckoutPayloadResolvers<ContextType>;
  CreateCartPayload?: CreateCartPayloadResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  GuestRevocation?: GuestRevocationResolvers<ContextType>;
  IdempotencyKeyReusedError?: IdempotencyKeyReusedErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderCancellation?: OrderCancellationResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderNotCancellableError?: OrderNotCancellableErrorResolvers<ContextType>;
  OrderNotFoundError?: OrderNotFoundErrorResolvers<ContextType>;
  OrderRejection?: OrderRejectionResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentActionExpired?: PaymentActionExpiredResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  PersonalRecordPage?: PersonalRecordPageResolvers<ContextType>;
  PriceChangedError?: PriceChangedErrorResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveCartLinePayload?: RemoveCartLinePayloadResolvers<ContextType>;
  RevokeGuestAccessPayload?: RevokeGuestAccessPayloadResolvers<ContextType>;
  Shortage?: ShortageResolvers<ContextType>;
  TimedOut?: TimedOutResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VariantUnavailableError?: VariantUnavailableErrorResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  admits?: AdmitsDirectiveResolver<any, any, ContextType>;
};
