import { graphql } from './generated/index.ts';

/** The products of the page, and how to go on behind them. */
export const shopPage = graphql(`
  query ShopPage($first: Int!, $after: String) {
    products(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          title
          priceRange {
            min {
              amount
              currency
            }
          }
          media {
            id
            url
          }
          variants {
            id
            availableForSale
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A cart for somebody who is not signed in. */
export const createCart = graphql(`
  mutation CreateCart($input: CreateCartInput!) {
    createCart(input: $input) {
      cart {
        id
      }
      guestToken
      userErrors {
        code
        message
      }
    }
  }
`);

/** One more piece in the cart, and the cart as it is then. */
export const addCartLine = graphql(`
  mutation AddCartLine($input: AddCartLineInput!) {
    addCartLine(input: $input) {
      cart {
        id
        total {
          amount
          currency
        }
        lines {
          id
          title
          quantity
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);
