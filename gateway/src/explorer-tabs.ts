/** A tab of the explorer: an operation to try, with variables to change. */
type ExplorerTab = { query: string; variables?: string };

const json = (variables: object): string => JSON.stringify(variables, null, 2);

/** What a newcomer tries first, in the order in which it works. */
export const explorerTabs: readonly ExplorerTab[] = [
  {
    query: `# The shop's graph. This page needs no internet.
# Apollo Sandbox, which does, is at /graphql.
# The schema's documentation: the book, upper left. Each tab is a next step.

query Shop {
  products(first: 5) {
    nodes {
      id
      title
      priceRange {
        min {
          amount
          currency
        }
      }
      variants {
        id
        title
        availableForSale
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  },
  {
    query: `# Words that stand in title, vendor, type, tags or description; a category's slug narrows it down.

query Search($words: String!, $category: String) {
  products(first: 10, query: $words, category: $category) {
    totalCount
    nodes {
      title
      slug
    }
  }
  categories {
    title
    slug
  }
}
`,
    variables: json({ words: 'a', category: null }),
  },
  {
    query: `# Signed in, send the accessToken from then on, in the headers below:
# { "authorization": "Bearer ..." }

mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    accessToken
    user {
      id
      name
    }
    userErrors {
      code
      message
    }
  }
}
`,
    variables: json({ input: { email: 'ada@example.com', password: 'cartograph-demo' } }),
  },
  {
    query: `# A guest sends the guestToken from then on, in the headers below:
# { "x-cartograph-guest": "..." }

mutation CreateCart {
  createCart(input: { currency: "EUR" }) {
    cart {
      id
    }
    guestToken
  }
}
`,
  },
  {
    query: `# Takes a variant's id from the first tab and the cart's from the one before.

mutation AddToCart($input: AddCartLineInput!) {
  addCartLine(input: $input) {
    cart {
      id
      total {
        amountMinor
        currency
      }
      lines {
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
`,
    variables: json({ input: { cartId: 'cart_...', variantId: 'variant_...', quantity: 1 } }),
  },
  {
    query: `# expectedTotal is the cart's total; payment tokens to try: tok_approve, tok_decline.

mutation Checkout($input: CheckoutInput!) {
  checkout(input: $input) {
    order {
      id
      status
    }
    guestToken
    userErrors {
      code
      message
    }
  }
}
`,
    variables: json({
      input: {
        cartId: 'cart_...',
        idempotencyKey: 'any-text-of-your-own',
        expectedTotal: { amountMinor: '4900', currency: 'EUR' },
        paymentMethodToken: 'tok_approve',
      },
    }),
  },
  {
    query: `# One question across all four subgraphs.

query Order($id: ID!) {
  order(id: $id) {
    status
    customer {
      name
    }
    lines {
      quantity
      total {
        amount
        currency
      }
      product {
        title
      }
    }
    payment {
      status
    }
    timeline {
      type
      occurredAt
    }
  }
}
`,
    variables: json({ id: 'order_...' }),
  },
];
