import { graphql } from 'relay-runtime';

// Read by relay-compiler alone, and never loaded: each tag becomes a file in generated/. In an application the bundler's
// Relay plugin puts the import of that file in the tag's place; here open-shop-page.ts imports it by name.

/** The products of the page. Relay adds each further page to the connection of this name. */
export const shopPage = graphql`
  query shopPageQuery($first: Int!, $after: String) {
    products(first: $first, after: $after) @connection(key: "shopPage_products") {
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
`;

/** A cart for somebody who is not signed in. */
export const createCart = graphql`
  mutation shopPageCreateCartMutation($input: CreateCartInput!) {
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
`;

/** One more piece in the cart, and the cart as it is then. */
export const addCartLine = graphql`
  mutation shopPageAddCartLineMutation($input: AddCartLineInput!) {
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
`;
