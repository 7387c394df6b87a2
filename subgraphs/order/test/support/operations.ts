/** Operations as a storefront writes them. */
const cartFields = `
  id version status currency total { amountMinor currency amount }
  lines {
    id quantity isAvailable title variantTitle sku
    unitPrice { amountMinor } total { amountMinor } product { id } variant { id }
  }`;

const errorFields = `
  userErrors {
    __typename code message path
    ... on VersionConflictError { currentVersion }
    ... on PriceChangedError { currentTotal { amountMinor currency } }
    ... on VariantUnavailableError { variantId }
    ... on CartAlreadyOrderedError { orderId }
    ... on CartLimitExceededError { limit }
  }`;

export const orderFields = `
  id version status paymentStatus fulfillmentStatus currency total { amountMinor currency amount }
  customer { id }
  lines { id title variantTitle sku quantity unitPrice { amountMinor } total { amountMinor } product { id } variant { id } }
  rejection {
    __typename
    ... on OutOfStock { shortages { variantId requested available } }
    ... on PaymentDeclined { reason }
    ... on TimedOut { deadline rejectedAt }
  }
  cancellation { reason cancelledAt }
  timeline { type occurredAt }`;

export const operations = {
  createCart: `mutation ($input: CreateCartInput!) { createCart(input: $input) { cart { ${cartFields} } guestToken ${errorFields} } }`,
  addCartLine: `mutation ($input: AddCartLineInput!) { addCartLine(input: $input) { cart { ${cartFields} } ${errorFields} } }`,
  changeCartLine: `mutation ($input: ChangeCartLineInput!) { changeCartLine(input: $input) { cart { ${cartFields} } ${errorFields} } }`,
  removeCartLine: `mutation ($input: RemoveCartLineInput!) { removeCartLine(input: $input) { cart { ${cartFields} } ${errorFields} } }`,
  checkout: `mutation ($input: CheckoutInput!) { checkout(input: $input) { order { ${orderFields} } guestToken ${errorFields} } }`,
  cart: `query ($id: ID!) { cart(id: $id) { ${cartFields} order { id } } }`,
  order: `query ($id: ID!) { order(id: $id) { ${orderFields} } }`,
  entities: `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on Cart { id version }
      ... on Order { id status total { amountMinor } }
      ... on User { id orders { nodes { id } } }
    }
  }`,
};
