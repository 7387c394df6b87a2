// Generated from schema.graphql by `pnpm codegen`: change that file or codegen.yml, not this one.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Product as ProductModel } from '../../domain/product.ts';
import type { ProductVariant as ProductVariantModel } from '../../domain/product-variant.ts';
import type { Category as CategoryModel } from '../../domain/category.ts';
import type { Media as MediaModel } from '../../domain/media.ts';
import type { StockLevel as StockLevelModel } from '../../domain/stock-level.ts';
import type { ProductPage as ProductPageModel } from '../../domain/product-page.ts';
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
  /** An absolute URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What archiving a product takes. */
export type ArchiveProductInput = {
  /** The version of the product the viewer looked at; when it has changed since, nothing is done. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the first outcome is given again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The product. */
  readonly productId: Scalars['ID']['input'];
  /** Why: 3 to 500 characters without names or addresses. */
  readonly reason: Scalars['String']['input'];
};

/** The outcome of archiveProduct. */
export type ArchiveProductPayload = {
  readonly __typename?: 'ArchiveProductPayload';
  /** The product as it is now; null when it was refused. */
  readonly product?: Maybe<Product>;
  /** Why nothing was done; empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Something that somebody of the staff, or a machine, did for or to a customer. */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** What was done, e.g. `CANCEL_ORDER`. */
  readonly action: Scalars['String']['output'];
  /** Who did it: a user's id, or a machine client's. */
  readonly actorId: Scalars['ID']['output'];
  /** The request in which it was done, as the logs have it. */
  readonly correlationId: Scalars['ID']['output'];
  /** Whose it is; null for a guest's, or for what is nobody's. */
  readonly customerId?: Maybe<Scalars['ID']['output']>;
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
  /** When. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Why, in the actor's words. */
  readonly reason: Scalars['String']['output'];
  /** What it was done to. */
  readonly subjectId: Scalars['ID']['output'];
};

/** A page of audit entries. */
export type AuditEntryConnection = {
  readonly __typename?: 'AuditEntryConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** The entries. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** An audit entry in a page. */
export type AuditEntryEdge = {
  readonly __typename?: 'AuditEntryEdge';
  /** Where it stands. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** A group of products; groups form a tree. */
export type Category = Node & {
  readonly __typename?: 'Category';
  /** The categories that are part of it, by title. */
  readonly children: ReadonlyArray<Category>;
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
  /** The category it is part of; null at the root. */
  readonly parent?: Maybe<Category>;
  /** Its products that are on sale, those of the categories below it included, oldest first. */
  readonly products: ProductConnection;
  /** The path from the root, in URLs, e.g. `kitchen/cookware`. */
  readonly slug: Scalars['String']['output'];
  /** The title. */
  readonly title: Scalars['String']['output'];
};


/** A group of products; groups form a tree. */
export type CategoryChildrenArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A group of products; groups form a tree. */
export type CategoryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What changing a price takes. */
export type ChangePriceInput = {
  /** The former, higher price it is compared with; none when left out. */
  readonly compareAtPrice?: InputMaybe<MoneyInput>;
  /** The version of the product the viewer looked at; when it has changed since, nothing is done. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the first outcome is given again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What it costs from now on. */
  readonly price: MoneyInput;
  /** Why: 3 to 500 characters without names or addresses. */
  readonly reason: Scalars['String']['input'];
  /** The variant. */
  readonly variantId: Scalars['ID']['input'];
};

/** The outcome of changePrice. */
export type ChangePricePayload = {
  readonly __typename?: 'ChangePricePayload';
  /** The product as it is now; null when it was refused. */
  readonly product?: Maybe<Product>;
  /** Why nothing was done; empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Codes of expected outcomes. */
export type ErrorCode =
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The input has a value that cannot be taken. */
  | 'INVALID_INPUT'
  /** There is no such product or variant. */
  | 'PRODUCT_NOT_FOUND'
  /** A product in this state cannot go there. */
  | 'PRODUCT_STATUS_REFUSED'
  /** It was changed in the meantime. */
  | 'VERSION_CONFLICT';

/** The idempotency key was used before with another input. */
export type IdempotencyKeyReusedError = UserError & {
  readonly __typename?: 'IdempotencyKeyReusedError';
  /** A code for programs. */
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** The input has a value that cannot be taken. */
export type InvalidInputError = UserError & {
  readonly __typename?: 'InvalidInputError';
  /** A code for programs. */
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A picture of a product. */
export type Media = {
  readonly __typename?: 'Media';
  /** What it shows, for those who do not see it. */
  readonly alt?: Maybe<Scalars['String']['output']>;
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
  /** Its place among the product's pictures, from 1. */
  readonly position: Scalars['Int']['output'];
  /** Where the picture is. */
  readonly url: Scalars['URL']['output'];
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** The same amount as a decimal number, e.g. 19.99. */
  readonly amount: Scalars['Decimal']['output'];
  /** Integer minor units, e.g. cents. */
  readonly amountMinor: Scalars['BigInt']['output'];
  /** The currency. */
  readonly currency: Scalars['Currency']['output'];
};

/** An amount of money as input. */
export type MoneyInput = {
  /** Integer minor units, e.g. cents. */
  readonly amountMinor: Scalars['BigInt']['input'];
  /** The currency. */
  readonly currency: Scalars['Currency']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a product off sale; old orders still show it (scope `product:write`). */
  readonly archiveProduct: ArchiveProductPayload;
  /** Sets what a variant costs in one currency; orders keep the price they agreed to (scope `product:write`). */
  readonly changePrice: ChangePricePayload;
  /** Puts a draft, or an archived product, on sale. One that is on sale stays so (scope `product:write`). */
  readonly publishProduct: PublishProductPayload;
};


export type MutationArchiveProductArgs = {
  input: ArchiveProductInput;
};


export type MutationChangePriceArgs = {
  input: ChangePriceInput;
};


export type MutationPublishProductArgs = {
  input: PublishProductInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page lies in its list (Relay Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last edge. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Is there a page after this one? */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Is there a page before this one? */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A page of what a subgraph holds of one person, for their own export. */
export type PersonalRecordPage = {
  readonly __typename?: 'PersonalRecordPage';
  /** Where the next page begins; null after the last. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** The records as JSON texts, each with its kind and its id, in a stable order. */
  readonly records: ReadonlyArray<Scalars['String']['output']>;
};

/** The lowest and the highest price of a product's variants. */
export type PriceRange = {
  readonly __typename?: 'PriceRange';
  /** The highest price. */
  readonly max: Money;
  /** The lowest price. */
  readonly min: Money;
};

/** Something the shop sells, in one or more variants. */
export type Product = Node & {
  readonly __typename?: 'Product';
  /** Is at least one variant in stock and on sale? */
  readonly availableForSale: Scalars['Boolean']['output'];
  /** The categories the product is in. */
  readonly categories: ReadonlyArray<Category>;
  /** The description as plain text. */
  readonly description: Scalars['String']['output'];
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
  /** Pictures, in order. */
  readonly media: ReadonlyArray<Media>;
  /** How many pictures there are. */
  readonly mediaCount: Scalars['Int']['output'];
  /** What a buyer can choose, e.g. size and colour; empty for a product with one variant. */
  readonly options: ReadonlyArray<ProductOption>;
  /** The lowest and the highest price of its variants; null when none has a price in the currency. */
  readonly priceRange?: Maybe<PriceRange>;
  /** The shop's own kind of product. */
  readonly productType?: Maybe<Scalars['String']['output']>;
  /** What search engines are told. */
  readonly seo: ProductSeo;
  /** The name in URLs. */
  readonly slug: Scalars['String']['output'];
  /** Where the product is in its life. */
  readonly status: ProductStatus;
  /** Labels, in the shop's order. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** The title. */
  readonly title: Scalars['String']['output'];
  /** How many variants there are. */
  readonly variantCount: Scalars['Int']['output'];
  /** What can be bought, in the shop's order. */
  readonly variants: ReadonlyArray<ProductVariant>;
  /** Who makes it. */
  readonly vendor?: Maybe<Scalars['String']['output']>;
  /** Goes up with every change of the product, its variants or their prices. */
  readonly version: Scalars['Int']['output'];
};


/** Something the shop sells, in one or more variants. */
export type ProductMediaArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something the shop sells, in one or more variants. */
export type ProductPriceRangeArgs = {
  currency?: InputMaybe<Scalars['Currency']['input']>;
};


/** Something the shop sells, in one or more variants. */
export type ProductVariantCountArgs = {
  includeInactive?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Something the shop sells, in one or more variants. */
export type ProductVariantsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeInactive?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of products (Relay Cursor Connections). */
export type ProductConnection = {
  readonly __typename?: 'ProductConnection';
  /** The products with their cursors. */
  readonly edges: ReadonlyArray<ProductEdge>;
  /** The products. */
  readonly nodes: ReadonlyArray<Product>;
  /** Where this page lies in its list. */
  readonly pageInfo: PageInfo;
  /** How many products the whole list has; counted only when asked for. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A product in a page. */
export type ProductEdge = {
  readonly __typename?: 'ProductEdge';
  /** Where the product is in the list: pass it as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node: Product;
};

/** There is no such product or variant. */
export type ProductNotFoundError = UserError & {
  readonly __typename?: 'ProductNotFoundError';
  /** A code for programs. */
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** One thing a buyer can choose about a product. */
export type ProductOption = {
  readonly __typename?: 'ProductOption';
  /** What is chosen, e.g. `Size`. */
  readonly name: Scalars['String']['output'];
  /** What there is to choose from, in order. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** What search engines are told of a product. */
export type ProductSeo = {
  readonly __typename?: 'ProductSeo';
  /** The page's description; the product's own unless the shop wrote another. */
  readonly description: Scalars['String']['output'];
  /** The page's title; the product's own unless the shop wrote another. */
  readonly title: Scalars['String']['output'];
};

/** Where a product is in its life. */
export type ProductStatus =
  /** On sale. */
  | 'ACTIVE'
  /** No longer on sale; old orders still show it. */
  | 'ARCHIVED'
  /** Being prepared: only staff sees it. */
  | 'DRAFT';

/** A product in this state cannot go there. */
export type ProductStatusRefusedError = UserError & {
  readonly __typename?: 'ProductStatusRefusedError';
  /** A code for programs. */
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How far the product is. */
  readonly status: ProductStatus;
};

/** One form of a product that can be bought. */
export type ProductVariant = Node & {
  readonly __typename?: 'ProductVariant';
  /** Is it still sold? Whether it is in stock is another question. */
  readonly active: Scalars['Boolean']['output'];
  /** Can at least one piece be bought now? */
  readonly availableForSale: Scalars['Boolean']['output'];
  /** The number under the bar code (GTIN, EAN, UPC). */
  readonly barcode?: Maybe<Scalars['String']['output']>;
  /** A former, higher price; null when there is none. */
  readonly compareAtPrice?: Maybe<Money>;
  /** The globally unique id. */
  readonly id: Scalars['ID']['output'];
  /** The picture of this variant, where it has its own. */
  readonly image?: Maybe<Media>;
  /** The chosen value of each option, in the product's order. */
  readonly options: ReadonlyArray<SelectedOption>;
  /** What one piece costs; null when it has no price in the currency. */
  readonly price?: Maybe<Money>;
  /** The product it is a form of. */
  readonly product?: Maybe<Product>;
  /** Is it something that is sent? */
  readonly requiresShipping: Scalars['Boolean']['output'];
  /** Stock keeping unit: the shop's own number. */
  readonly sku?: Maybe<Scalars['String']['output']>;
  /** How many pieces there are. */
  readonly stock: StockLevel;
  /** The option values, e.g. `L / Blue`; empty for a product without options. */
  readonly title: Scalars['String']['output'];
  /** The weight of one piece in grams; 0 when unknown. */
  readonly weightGrams: Scalars['Int']['output'];
};


/** One form of a product that can be bought. */
export type ProductVariantCompareAtPriceArgs = {
  currency?: InputMaybe<Scalars['Currency']['input']>;
};


/** One form of a product that can be bought. */
export type ProductVariantPriceArgs = {
  currency?: InputMaybe<Scalars['Currency']['input']>;
};

/** What publishing a product takes. */
export type PublishProductInput = {
  /** The version of the product the viewer looked at; when it has changed since, nothing is done. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the first outcome is given again. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The product. */
  readonly productId: Scalars['ID']['input'];
  /** Why: 3 to 500 characters without names or addresses. */
  readonly reason: Scalars['String']['input'];
};

/** The outcome of publishProduct. */
export type PublishProductPayload = {
  readonly __typename?: 'PublishProductPayload';
  /** The product as it is now; null when it was refused. */
  readonly product?: Maybe<Product>;
  /** Why nothing was done; empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The categories without a parent, by title. */
  readonly categories: ReadonlyArray<Category>;
  /** One category by its slug; null when there is none. */
  readonly category?: Maybe<Category>;
  /** One product that is on sale, by exactly one of id and slug; null when there is none. */
  readonly product?: Maybe<Product>;
  /** What the staff did to products, newest first: who, what, when and why. */
  readonly productAuditEntries?: Maybe<AuditEntryConnection>;
  /** What this subgraph holds of a person; only for the machine that gathers their export (scope `personal-data:read`). */
  readonly productPersonalRecords?: Maybe<PersonalRecordPage>;
  /** The products that are on sale, oldest first. */
  readonly products: ProductConnection;
};


export type QueryCategoriesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCategoryArgs = {
  slug: Scalars['String']['input'];
};


export type QueryProductArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProductAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryProductPersonalRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  userId: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};

/** What was chosen for one option. */
export type SelectedOption = {
  readonly __typename?: 'SelectedOption';
  /** The option's name, e.g. `Size`. */
  readonly name: Scalars['String']['output'];
  /** The chosen value, e.g. `L`. */
  readonly value: Scalars['String']['output'];
};

/** How many pieces of a variant there are. */
export type StockLevel = {
  readonly __typename?: 'StockLevel';
  /** Pieces that can be bought now. */
  readonly available: Scalars['Int']['output'];
  /** Pieces in the warehouse, those held for orders included; only staff sees it. */
  readonly onHand?: Maybe<Scalars['Int']['output']>;
  /** Pieces held for orders; only staff sees it. */
  readonly reserved?: Maybe<Scalars['Int']['output']>;
};

/** Why a mutation did not do what was asked: an expected outcome, not a fault. */
export type UserError = {
  /** A code for programs. */
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** It was changed in the meantime. */
export type VersionConflictError = UserError & {
  readonly __typename?: 'VersionConflictError';
  /** A code for programs. */
  readonly code: ErrorCode;
  /** The version it has now. */
  readonly currentVersion: Scalars['Int']['output'];
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
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
  Category: Category;
  Product: Product;
  ProductVariant: ProductVariant;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Category:
    ( { __typename: 'Category' }
    & GraphQLRecursivePick<FederationTypes['Category'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CategoryModel )
    | ( ProductModel )
    | ( ProductVariantModel )
  ;
  UserError:
    | ( IdempotencyKeyReusedError )
    | ( InvalidInputError )
    | ( ProductNotFoundError )
    | ( ProductStatusRefusedError )
    | ( VersionConflictError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ArchiveProductInput: ArchiveProductInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ArchiveProductPayload: ResolverTypeWrapper<Omit<ArchiveProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Category: ResolverTypeWrapper<CategoryModel>;
  ChangePriceInput: ChangePriceInput;
  ChangePricePayload: ResolverTypeWrapper<Omit<ChangePricePayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  ErrorCode: ErrorCode;
  IdempotencyKeyReusedError: ResolverTypeWrapper<IdempotencyKeyReusedError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  Media: ResolverTypeWrapper<MediaModel>;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonalRecordPage: ResolverTypeWrapper<PersonalRecordPage>;
  PriceRange: ResolverTypeWrapper<Omit<PriceRange, 'max' | 'min'> & { max: ResolversTypes['Money'], min: ResolversTypes['Money'] }>;
  Product: ResolverTypeWrapper<ProductModel>;
  ProductConnection: ResolverTypeWrapper<ProductPageModel>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductNotFoundError: ResolverTypeWrapper<ProductNotFoundError>;
  ProductOption: ResolverTypeWrapper<ProductOption>;
  ProductSeo: ResolverTypeWrapper<ProductSeo>;
  ProductStatus: ProductStatus;
  ProductStatusRefusedError: ResolverTypeWrapper<ProductStatusRefusedError>;
  ProductVariant: ResolverTypeWrapper<ProductVariantModel>;
  PublishProductInput: PublishProductInput;
  PublishProductPayload: ResolverTypeWrapper<Omit<PublishProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SelectedOption: ResolverTypeWrapper<SelectedOption>;
  StockLevel: ResolverTypeWrapper<StockLevelModel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VersionConflictError: ResolverTypeWrapper<VersionConflictError>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ArchiveProductInput: ArchiveProductInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ArchiveProductPayload: Omit<ArchiveProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  BigInt: Scalars['BigInt']['output'];
  Category: CategoryModel;
  ChangePriceInput: ChangePriceInput;
  ChangePricePayload: Omit<ChangePricePayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Currency: Scalars['Currency']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  IdempotencyKeyReusedError: IdempotencyKeyReusedError;
  InvalidInputError: InvalidInputError;
  Media: MediaModel;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PersonalRecordPage: PersonalRecordPage;
  PriceRange: Omit<PriceRange, 'max' | 'min'> & { max: ResolversParentTypes['Money'], min: ResolversParentTypes['Money'] };
  Product: ProductModel;
  ProductConnection: ProductPageModel;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductNotFoundError: ProductNotFoundError;
  ProductOption: ProductOption;
  ProductSeo: ProductSeo;
  ProductStatusRefusedError: ProductStatusRefusedError;
  ProductVariant: ProductVariantModel;
  PublishProductInput: PublishProductInput;
  PublishProductPayload: Omit<PublishProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Query: Record<PropertyKey, never>;
  SelectedOption: SelectedOption;
  StockLevel: StockLevelModel;
  URL: Scalars['URL']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VersionConflictError: VersionConflictError;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  staleWhileRevalidate?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ArchiveProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProductPayload'] = ResolversParentTypes['ArchiveProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<CategoryChildrenArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<CategoryProductsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangePricePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePricePayload'] = ResolversParentTypes['ChangePricePayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type IdempotencyKeyReusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyKeyReusedError'] = ResolversParentTypes['IdempotencyKeyReusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveProduct?: Resolver<ResolversTypes['ArchiveProductPayload'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'input'>>;
  changePrice?: Resolver<ResolversTypes['ChangePricePayload'], ParentType, ContextType, RequireFields<MutationChangePriceArgs, 'input'>>;
  publishProduct?: Resolver<ResolversTypes['PublishProductPayload'], ParentType, ContextType, RequireFields<MutationPublishProductArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Category' | 'Product' | 'ProductVariant', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalRecordPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordPage'] = ResolversParentTypes['PersonalRecordPage']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  max?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableForSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  media?: Resolver<ReadonlyArray<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<ProductMediaArgs, 'first'>>;
  mediaCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  priceRange?: Resolver<Maybe<ResolversTypes['PriceRange']>, ParentType, ContextType, Partial<ProductPriceRangeArgs>>;
  productType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seo?: Resolver<ResolversTypes['ProductSeo'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variantCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<ProductVariantCountArgs, 'includeInactive'>>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<ProductVariantsArgs, 'first' | 'includeInactive'>>;
  vendor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductNotFoundError'] = ResolversParentTypes['ProductNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductSeoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductSeo'] = ResolversParentTypes['ProductSeo']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductStatusRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductStatusRefusedError'] = ResolversParentTypes['ProductStatusRefusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  availableForSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  barcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  compareAtPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, Partial<ProductVariantCompareAtPriceArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SelectedOption']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, Partial<ProductVariantPriceArgs>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  requiresShipping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublishProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishProductPayload'] = ResolversParentTypes['PublishProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoriesArgs, 'first'>>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'slug'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, Partial<QueryProductArgs>>;
  productAuditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryProductAuditEntriesArgs>>;
  productPersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordPage']>, ParentType, ContextType, RequireFields<QueryProductPersonalRecordsArgs, 'userId'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<QueryProductsArgs>>;
};

export type SelectedOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelectedOption'] = ResolversParentTypes['SelectedOption']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onHand?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reserved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IdempotencyKeyReusedError' | 'InvalidInputError' | 'ProductNotFoundError' | 'ProductStatusRefusedError' | 'VersionConflictError', ParentType, ContextType>;
};

export type VersionConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VersionConflictError'] = ResolversParentTypes['VersionConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ArchiveProductPayload?: ArchiveProductPayloadResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  Category?: CategoryResolvers<ContextType>;
  ChangePricePayload?: ChangePricePayloadResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  IdempotencyKeyReusedError?: IdempotencyKeyReusedErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalRecordPage?: PersonalRecordPageResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductNotFoundError?: ProductNotFoundErrorResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductSeo?: ProductSeoResolvers<ContextType>;
  ProductStatusRefusedError?: ProductStatusRefusedErrorResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  PublishProductPayload?: PublishProductPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SelectedOption?: SelectedOptionResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
