/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What adding to a cart takes. */
export type AddCartLineInput = {
  /** The cart. */
  cartId: string | number;
  /** The version of the cart the viewer looked at; when it has changed since, nothing is done. */
  expectedVersion?: number | null | undefined;
  /** Sent again with the same input, nothing is added a second time. */
  idempotencyKey?: string | number | null | undefined;
  /** How many pieces to add, 1 to 1000. */
  quantity: number;
  /** The variant. */
  variantId: string | number;
};

/** What making a cart takes. */
export type CreateCartInput = {
  /** The one currency of all its prices. */
  currency: string;
};

/** Codes of expected outcomes. */
export type ErrorCode =
  /** The account is suspended or erased: nothing of it can be changed. */
  | 'ACCOUNT_CLOSED'
  /** The account is suspended. */
  | 'ACCOUNT_SUSPENDED'
  /** The address does not fit the format of its country. */
  | 'ADDRESS_INVALID'
  /** There are as many addresses as one user may have. */
  | 'ADDRESS_LIMIT_REACHED'
  /** There is no such address of the viewer. */
  | 'ADDRESS_NOT_FOUND'
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
  /** There is no consent to what this needs. */
  | 'CONSENT_MISSING'
  /** The address has to be proved first. */
  | 'EMAIL_NOT_VERIFIED'
  /** Another account has proved the address meanwhile. */
  | 'EMAIL_TAKEN'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The code is wrong, was used, or is too old. */
  | 'INVALID_CODE'
  /** The address and the password do not belong together. */
  | 'INVALID_CREDENTIALS'
  /** The input has a value that cannot be taken. */
  | 'INVALID_INPUT'
  /** The shop must tell this: it cannot be turned off. */
  | 'NOTIFICATION_REQUIRED'
  /** What was asked for is not to be had where an outside issuer keeps the accounts. */
  | 'NOT_SUPPORTED'
  /** The order has gone too far, or has ended. */
  | 'ORDER_NOT_CANCELLABLE'
  /** The viewer has no such order. */
  | 'ORDER_NOT_FOUND'
  /** The password is one of those that are tried first. */
  | 'PASSWORD_TOO_COMMON'
  /** The password has too many characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has too few characters. */
  | 'PASSWORD_TOO_SHORT'
  /** There is no such payment. */
  | 'PAYMENT_NOT_FOUND'
  /** Nothing of the payment can be given back now. */
  | 'PAYMENT_NOT_REFUNDABLE'
  /** The total is not the one the buyer agreed to. */
  | 'PRICE_CHANGED'
  /** There is no such product or variant. */
  | 'PRODUCT_NOT_FOUND'
  /** A product in this state cannot go there. */
  | 'PRODUCT_STATUS_REFUSED'
  /** It is more than was taken and has not gone back. */
  | 'REFUND_EXCEEDS_CAPTURED'
  /** The provider is being asked to give something back already. */
  | 'REFUND_IN_PROGRESS'
  /** The account has a second factor already. */
  | 'SECOND_FACTOR_ON'
  /** The password is right; the account asks for a code as well. */
  | 'SECOND_FACTOR_REQUIRED'
  /** The code of the second factor is wrong, or was used. */
  | 'SECOND_FACTOR_WRONG'
  /** There is no such session, or it has ended. */
  | 'SESSION_NOT_FOUND'
  /** The session has ended: sign in again. */
  | 'SESSION_OVER'
  /** There is no such ticket that the viewer may see. */
  | 'TICKET_NOT_FOUND'
  /** This cannot be done with a ticket in this state. */
  | 'TICKET_STATUS_REFUSED'
  /** There is no such account. */
  | 'USER_NOT_FOUND'
  /** The variant is not for sale, or not in the cart's currency. */
  | 'VARIANT_UNAVAILABLE'
  /** It was changed in the meantime. */
  | 'VERSION_CONFLICT';

export type ShopPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ShopPageQuery = { __typename: 'Query', products: { __typename: 'ProductConnection', edges: Array<{ __typename: 'ProductEdge', cursor: string, node: { __typename: 'Product', id: string, title: string, priceRange: { __typename: 'PriceRange', min: { __typename: 'Money', amount: string, currency: string } } | null, media: Array<{ __typename: 'Media', id: string, url: string }>, variants: Array<{ __typename: 'ProductVariant', id: string, availableForSale: boolean }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CreateCartMutationVariables = Exact<{
  input: CreateCartInput;
}>;


export type CreateCartMutation = { __typename: 'Mutation', createCart: { __typename: 'CreateCartPayload', guestToken: string | null, cart: { __typename: 'Cart', id: string } | null, userErrors: Array<
      | { __typename: 'AccountClosedError', code: ErrorCode, message: string }
      | { __typename: 'AccountSuspendedError', code: ErrorCode, message: string }
      | { __typename: 'AddressInvalidError', code: ErrorCode, message: string }
      | { __typename: 'AddressLimitReachedError', code: ErrorCode, message: string }
      | { __typename: 'AddressNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'CartAlreadyOrderedError', code: ErrorCode, message: string }
      | { __typename: 'CartEmptyError', code: ErrorCode, message: string }
      | { __typename: 'CartLimitExceededError', code: ErrorCode, message: string }
      | { __typename: 'CartLineNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'CartNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'ConsentMissingError', code: ErrorCode, message: string }
      | { __typename: 'EmailNotVerifiedError', code: ErrorCode, message: string }
      | { __typename: 'EmailTakenError', code: ErrorCode, message: string }
      | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
      | { __typename: 'InvalidCodeError', code: ErrorCode, message: string }
      | { __typename: 'InvalidCredentialsError', code: ErrorCode, message: string }
      | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
      | { __typename: 'NotSupportedError', code: ErrorCode, message: string }
      | { __typename: 'NotificationRequiredError', code: ErrorCode, message: string }
      | { __typename: 'OrderNotCancellableError', code: ErrorCode, message: string }
      | { __typename: 'OrderNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'PasswordRefusedError', code: ErrorCode, message: string }
      | { __typename: 'PaymentNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'PaymentNotRefundableError', code: ErrorCode, message: string }
      | { __typename: 'PriceChangedError', code: ErrorCode, message: string }
      | { __typename: 'ProductNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'ProductStatusRefusedError', code: ErrorCode, message: string }
      | { __typename: 'RefundExceedsCapturedError', code: ErrorCode, message: string }
      | { __typename: 'RefundInProgressError', code: ErrorCode, message: string }
      | { __typename: 'SecondFactorError', code: ErrorCode, message: string }
      | { __typename: 'SessionOverError', code: ErrorCode, message: string }
      | { __typename: 'TicketNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'TicketStatusRefusedError', code: ErrorCode, message: string }
      | { __typename: 'UserNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'VariantUnavailableError', code: ErrorCode, message: string }
      | { __typename: 'VersionConflictError', code: ErrorCode, message: string }
    > } };

export type AddCartLineMutationVariables = Exact<{
  input: AddCartLineInput;
}>;


export type AddCartLineMutation = { __typename: 'Mutation', addCartLine: { __typename: 'AddCartLinePayload', cart: { __typename: 'Cart', id: string, total: { __typename: 'Money', amount: string, currency: string }, lines: Array<{ __typename: 'CartLine', id: string, title: string | null, quantity: number }> } | null, userErrors: Array<
      | { __typename: 'AccountClosedError', code: ErrorCode, message: string }
      | { __typename: 'AccountSuspendedError', code: ErrorCode, message: string }
      | { __typename: 'AddressInvalidError', code: ErrorCode, message: string }
      | { __typename: 'AddressLimitReachedError', code: ErrorCode, message: string }
      | { __typename: 'AddressNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'CartAlreadyOrderedError', code: ErrorCode, message: string }
      | { __typename: 'CartEmptyError', code: ErrorCode, message: string }
      | { __typename: 'CartLimitExceededError', code: ErrorCode, message: string }
      | { __typename: 'CartLineNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'CartNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'ConsentMissingError', code: ErrorCode, message: string }
      | { __typename: 'EmailNotVerifiedError', code: ErrorCode, message: string }
      | { __typename: 'EmailTakenError', code: ErrorCode, message: string }
      | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
      | { __typename: 'InvalidCodeError', code: ErrorCode, message: string }
      | { __typename: 'InvalidCredentialsError', code: ErrorCode, message: string }
      | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
      | { __typename: 'NotSupportedError', code: ErrorCode, message: string }
      | { __typename: 'NotificationRequiredError', code: ErrorCode, message: string }
      | { __typename: 'OrderNotCancellableError', code: ErrorCode, message: string }
      | { __typename: 'OrderNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'PasswordRefusedError', code: ErrorCode, message: string }
      | { __typename: 'PaymentNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'PaymentNotRefundableError', code: ErrorCode, message: string }
      | { __typename: 'PriceChangedError', code: ErrorCode, message: string }
      | { __typename: 'ProductNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'ProductStatusRefusedError', code: ErrorCode, message: string }
      | { __typename: 'RefundExceedsCapturedError', code: ErrorCode, message: string }
      | { __typename: 'RefundInProgressError', code: ErrorCode, message: string }
      | { __typename: 'SecondFactorError', code: ErrorCode, message: string }
      | { __typename: 'SessionOverError', code: ErrorCode, message: string }
      | { __typename: 'TicketNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'TicketStatusRefusedError', code: ErrorCode, message: string }
      | { __typename: 'UserNotFoundError', code: ErrorCode, message: string }
      | { __typename: 'VariantUnavailableError', code: ErrorCode, message: string }
      | { __typename: 'VersionConflictError', code: ErrorCode, message: string }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ShopPageDocument = {"__meta__":{"hash":"1d3377d7a3596b81a474ccfa54aa804501a919c1eb9b40dc8262f7df0ef587f1"}} as unknown as TypedDocumentString<ShopPageQuery, ShopPageQueryVariables>;
export const CreateCartDocument = {"__meta__":{"hash":"95a098e1cc75a8dd9426a5efbe7495a0ccd301ec8231d3d2443a0790ccdad867"}} as unknown as TypedDocumentString<CreateCartMutation, CreateCartMutationVariables>;
export const AddCartLineDocument = {"__meta__":{"hash":"c4ff98dd92794a836c7d5649e6d1fbfeb8213e5f87a0e3667f6937140c81e714"}} as unknown as TypedDocumentString<AddCartLineMutation, AddCartLineMutationVariables>;