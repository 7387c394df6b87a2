// Generated from schema.graphql by `pnpm codegen`: change that file or codegen.yml, not this one.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Payment as PaymentModel } from '../../domain/payment.ts';
import type { PaymentTransaction as PaymentTransactionModel } from '../../domain/payment-transaction.ts';
import type { Money as MoneyModel } from '@cartograph/money';
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

/** Codes of expected outcomes. */
export type ErrorCode =
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The input has a value that cannot be taken. */
  | 'INVALID_INPUT'
  /** There is no such payment. */
  | 'PAYMENT_NOT_FOUND'
  /** Nothing of the payment can be given back now. */
  | 'PAYMENT_NOT_REFUNDABLE'
  /** It is more than was taken and has not gone back. */
  | 'REFUND_EXCEEDS_CAPTURED'
  /** The provider is being asked to give something back already. */
  | 'REFUND_IN_PROGRESS';

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
  /**
   * Begins to give money back, in part or all that is left; the payment tells when the provider has done it (scope
   * `payment:refund`).
   */
  refundPayment: RefundPaymentPayload;
};


export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

export type Order = {
  __typename?: 'Order';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** The order's payment; null before one was asked for, and for whoever may not see it. */
  payment?: Maybe<Payment>;
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

/** The payment of one order: held first, taken when the goods are certain. */
export type Payment = Node & {
  __typename?: 'Payment';
  /** What is to be paid. */
  amount: Money;
  /** What the provider has held for us, also when it was taken or let go since. */
  authorizedAmount: Money;
  /** What was taken, also when it was given back since. */
  capturedAmount: Money;
  /** When the payment was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Why the payment failed, if it did. */
  failureReason?: Maybe<PaymentFailureReason>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** What was given back. */
  refundedAmount: Money;
  /** Where the payment stands. */
  status: PaymentStatus;
  /** What the provider answered, oldest first. */
  transactions: Array<PaymentTransaction>;
};


/** The payment of one order: held first, taken when the goods are certain. */
export type PaymentTransactionsArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Why a payment did not go through. */
export type PaymentFailureReason =
  /** The buyer did not do in time what the bank asked for. */
  | 'ACTION_EXPIRED'
  /** The bank refused and gave no reason. */
  | 'DECLINED'
  /** There is not enough money. */
  | 'INSUFFICIENT_FUNDS'
  /** The payment method is unknown or cannot be used. */
  | 'INVALID_PAYMENT_METHOD'
  /** The payment provider could not do it. */
  | 'PROVIDER_ERROR';

/** There is no such payment. */
export type PaymentNotFoundError = UserError & {
  __typename?: 'PaymentNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Nothing of the payment can be given back now. */
export type PaymentNotRefundableError = UserError & {
  __typename?: 'PaymentNotRefundableError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Where the payment stands. */
  status: PaymentStatus;
};

/** Where a payment stands. */
export type PaymentStatus =
  /** The provider holds the amount. */
  | 'AUTHORIZED'
  /** The provider is being asked to hold the amount. */
  | 'AUTHORIZING'
  /** The whole amount was taken. */
  | 'CAPTURED'
  /** The held amount is being taken. */
  | 'CAPTURING'
  /** The buyer's bank disputes the payment. */
  | 'DISPUTED'
  /** The provider refused for good; nothing is held. */
  | 'FAILED'
  /** A part of the amount was taken and the rest let go. */
  | 'PARTIALLY_CAPTURED'
  /** A part of what was taken went back to the buyer. */
  | 'PARTIALLY_REFUNDED'
  /** All that was taken went back to the buyer. */
  | 'REFUNDED'
  /** The buyer must do something first, e.g. 3-D Secure. */
  | 'REQUIRES_ACTION'
  /** The buyer has yet to choose how to pay. */
  | 'REQUIRES_METHOD'
  /** The held amount was let go; nothing was taken. */
  | 'VOIDED'
  /** The held amount is being let go. */
  | 'VOIDING';

/** One answer of the payment provider. Transactions are added, never changed. */
export type PaymentTransaction = {
  __typename?: 'PaymentTransaction';
  /** The amount it is about. */
  amount: Money;
  /** When the answer was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it was refused, if it was. */
  failureReason?: Maybe<PaymentFailureReason>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** What was asked. */
  kind: PaymentTransactionKind;
  /** What was answered. */
  status: PaymentTransactionStatus;
};

/** What was asked of the payment provider. */
export type PaymentTransactionKind =
  /** Hold the amount. */
  | 'AUTHORIZE'
  /** Take the held amount. */
  | 'CAPTURE'
  /** Give a taken amount back. */
  | 'REFUND'
  /** Let the held amount go. */
  | 'VOID';

/** What the payment provider answered. */
export type PaymentTransactionStatus =
  /** It was refused. */
  | 'DECLINED'
  /** The buyer must do something first. */
  | 'REQUIRES_ACTION'
  /** It was done. */
  | 'SUCCEEDED';

/** A page of what a subgraph holds of one person, for their own export. */
export type PersonalRecordPage = {
  __typename?: 'PersonalRecordPage';
  /** Where the next page begins; null after the last. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** The records as JSON texts, each with its kind and its id, in a stable order. */
  records: Array<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** A payment by its id; null when there is none that the viewer may see. */
  payment?: Maybe<Payment>;
  /** What the staff did to payments, newest first: who, what, when and why. */
  paymentAuditEntries?: Maybe<AuditEntryConnection>;
  /** What this subgraph holds of a person; only for the machine that gathers their export (scope `personal-data:read`). */
  paymentPersonalRecords?: Maybe<PersonalRecordPage>;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPaymentPersonalRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  userId: Scalars['ID']['input'];
};

/** It is more than was taken and has not gone back. */
export type RefundExceedsCapturedError = UserError & {
  __typename?: 'RefundExceedsCapturedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The most that can be given back. */
  refundable: Money;
};

/** The provider is being asked to give something back already. */
export type RefundInProgressError = UserError & {
  __typename?: 'RefundInProgressError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What giving money back takes. */
export type RefundPaymentInput = {
  /** How much, in the payment's currency; all that is left when it is not given. */
  amount?: InputMaybe<MoneyInput>;
  /** Sent again with the same input, the first outcome is given again, and nothing goes back twice. */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment. */
  paymentId: Scalars['ID']['input'];
  /** Why: 3 to 500 characters without names or addresses. */
  reason: Scalars['String']['input'];
};

/** The outcome of refundPayment. */
export type RefundPaymentPayload = {
  __typename?: 'RefundPaymentPayload';
  /** The payment as it is now, before the provider has answered; null when it was refused. */
  payment?: Maybe<Payment>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
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
  Order: Order;
  Payment: Payment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( PaymentModel );
  UserError:
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
    | ( PaymentNotFoundError )
    | ( PaymentNotRefundableError )
    | ( Omit<RefundExceedsCapturedError, 'refundable'> & { refundable: _RefType['Money'] } )
    | ( RefundInProgressError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  ErrorCode: ErrorCode;
  IdempotencyKeyReusedError: ResolverTypeWrapper<IdempotencyKeyReusedError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Order: ResolverTypeWrapper<Omit<Order, 'payment'> & { payment?: Maybe<ResolversTypes['Payment']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Payment: ResolverTypeWrapper<PaymentModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PaymentFailureReason: PaymentFailureReason;
  PaymentNotFoundError: ResolverTypeWrapper<PaymentNotFoundError>;
  PaymentNotRefundableError: ResolverTypeWrapper<PaymentNotRefundableError>;
  PaymentStatus: PaymentStatus;
  PaymentTransaction: ResolverTypeWrapper<PaymentTransactionModel>;
  PaymentTransactionKind: PaymentTransactionKind;
  PaymentTransactionStatus: PaymentTransactionStatus;
  PersonalRecordPage: ResolverTypeWrapper<PersonalRecordPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefundExceedsCapturedError: ResolverTypeWrapper<Omit<RefundExceedsCapturedError, 'refundable'> & { refundable: ResolversTypes['Money'] }>;
  RefundInProgressError: ResolverTypeWrapper<RefundInProgressError>;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: ResolverTypeWrapper<Omit<RefundPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversTypes['Payment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditEntry: AuditEntry;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  BigInt: Scalars['BigInt']['output'];
  Currency: Scalars['Currency']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  IdempotencyKeyReusedError: IdempotencyKeyReusedError;
  InvalidInputError: InvalidInputError;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Order: Omit<Order, 'payment'> & { payment?: Maybe<ResolversParentTypes['Payment']> } | FederationReferenceTypes['Order'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Payment: PaymentModel;
  Int: Scalars['Int']['output'];
  PaymentNotFoundError: PaymentNotFoundError;
  PaymentNotRefundableError: PaymentNotRefundableError;
  PaymentTransaction: PaymentTransactionModel;
  PersonalRecordPage: PersonalRecordPage;
  Query: Record<PropertyKey, never>;
  RefundExceedsCapturedError: Omit<RefundExceedsCapturedError, 'refundable'> & { refundable: ResolversParentTypes['Money'] };
  RefundInProgressError: RefundInProgressError;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: Omit<RefundPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversParentTypes['Payment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
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

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

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
  refundPayment?: Resolver<ResolversTypes['RefundPaymentPayload'], ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Payment', ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  authorizedAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  capturedAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['PaymentFailureReason']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refundedAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  transactions?: Resolver<Array<ResolversTypes['PaymentTransaction']>, ParentType, ContextType, RequireFields<PaymentTransactionsArgs, 'last'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentNotFoundError'] = ResolversParentTypes['PaymentNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentNotRefundableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentNotRefundableError'] = ResolversParentTypes['PaymentNotRefundableError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentTransactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentTransaction'] = ResolversParentTypes['PaymentTransaction']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['PaymentFailureReason']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentTransactionKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentTransactionStatus'], ParentType, ContextType>;
};

export type PersonalRecordPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordPage'] = ResolversParentTypes['PersonalRecordPage']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  paymentAuditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryPaymentAuditEntriesArgs>>;
  paymentPersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordPage']>, ParentType, ContextType, RequireFields<QueryPaymentPersonalRecordsArgs, 'userId'>>;
};

export type RefundExceedsCapturedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundExceedsCapturedError'] = ResolversParentTypes['RefundExceedsCapturedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  refundable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundInProgressErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundInProgressError'] = ResolversParentTypes['RefundInProgressError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentPayload'] = ResolversParentTypes['RefundPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IdempotencyKeyReusedError' | 'InvalidInputError' | 'PaymentNotFoundError' | 'PaymentNotRefundableError' | 'RefundExceedsCapturedError' | 'RefundInProgressError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  Currency?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  IdempotencyKeyReusedError?: IdempotencyKeyReusedErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentNotFoundError?: PaymentNotFoundErrorResolvers<ContextType>;
  PaymentNotRefundableError?: PaymentNotRefundableErrorResolvers<ContextType>;
  PaymentTransaction?: PaymentTransactionResolvers<ContextType>;
  PersonalRecordPage?: PersonalRecordPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefundExceedsCapturedError?: RefundExceedsCapturedErrorResolvers<ContextType>;
  RefundInProgressError?: RefundInProgressErrorResolvers<ContextType>;
  RefundPaymentPayload?: RefundPaymentPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

