/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ShopPage($first: Int!, $after: String) {\n    products(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          priceRange {\n            min {\n              amount\n              currency\n            }\n          }\n          media {\n            id\n            url\n          }\n          variants {\n            id\n            availableForSale\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ShopPageDocument,
    "\n  mutation CreateCart($input: CreateCartInput!) {\n    createCart(input: $input) {\n      cart {\n        id\n      }\n      guestToken\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateCartDocument,
    "\n  mutation AddCartLine($input: AddCartLineInput!) {\n    addCartLine(input: $input) {\n      cart {\n        id\n        total {\n          amount\n          currency\n        }\n        lines {\n          id\n          title\n          quantity\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.AddCartLineDocument,
};
const documents: Documents = {
    "\n  query ShopPage($first: Int!, $after: String) {\n    products(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          priceRange {\n            min {\n              amount\n              currency\n            }\n          }\n          media {\n            id\n            url\n          }\n          variants {\n            id\n            availableForSale\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ShopPageDocument,
    "\n  mutation CreateCart($input: CreateCartInput!) {\n    createCart(input: $input) {\n      cart {\n        id\n      }\n      guestToken\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.CreateCartDocument,
    "\n  mutation AddCartLine($input: AddCartLineInput!) {\n    addCartLine(input: $input) {\n      cart {\n        id\n        total {\n          amount\n          currency\n        }\n        lines {\n          id\n          title\n          quantity\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.AddCartLineDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShopPage($first: Int!, $after: String) {\n    products(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          priceRange {\n            min {\n              amount\n              currency\n            }\n          }\n          media {\n            id\n            url\n          }\n          variants {\n            id\n            availableForSale\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ShopPage($first: Int!, $after: String) {\n    products(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          priceRange {\n            min {\n              amount\n              currency\n            }\n          }\n          media {\n            id\n            url\n          }\n          variants {\n            id\n            availableForSale\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCart($input: CreateCartInput!) {\n    createCart(input: $input) {\n      cart {\n        id\n      }\n      guestToken\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCart($input: CreateCartInput!) {\n    createCart(input: $input) {\n      cart {\n        id\n      }\n      guestToken\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCartLine($input: AddCartLineInput!) {\n    addCartLine(input: $input) {\n      cart {\n        id\n        total {\n          amount\n          currency\n        }\n        lines {\n          id\n          title\n          quantity\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddCartLine($input: AddCartLineInput!) {\n    addCartLine(input: $input) {\n      cart {\n        id\n        total {\n          amount\n          currency\n        }\n        lines {\n          id\n          title\n          quantity\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;