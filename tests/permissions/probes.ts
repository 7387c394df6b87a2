/** Where `PART` stands, what is asked of a thing goes; `$name` is the id of that name in the world. */
export type Probe = {
  /** By root queries, each a door of its own. */
  readonly query?: string | readonly string[];
  /** By `node(id:)`: the id's name. */
  readonly node?: string;
  /** As a field of another thing; seen only by who sees that, too. */
  readonly nested?: { readonly through?: string; readonly selection: string };
  /** By `_entities`, of each subgraph that has it by its id. */
  readonly entities?: {
    readonly subgraphs: readonly string[];
    readonly typename?: string;
    readonly id: string;
    readonly selection?: string;
  };
};

/** How each thing of the graph is reached: one line for each type that the table says is `seenBy` somebody, and for each state. */
export const probes: Readonly<Record<string, Probe>> = {
  Product: {
    query: 'product(id: $product) { PART }',
    node: '$product',
    nested: { selection: 'categories { products(first: 2) { nodes { PART } } }' },
    entities: { subgraphs: ['product'], id: '$product' },
  },
  ProductVariant: {
    query: 'product(id: $product) { variants { PART } }',
    node: '$variant',
    nested: { through: 'Order', selection: 'order(id: $order) { lines { variant { PART } } }' },
    entities: { subgraphs: ['product'], id: '$variant' },
  },
  'Product in DRAFT': {
    query: ['product(id: $draft) { PART }', 'product(slug: "draft") { PART }'],
    node: '$draft',
    nested: {
      through: 'ProductVariant in DRAFT',
      selection: 'node(id: $draftVariant) { ... on ProductVariant { product { PART } } }',
    },
    entities: { subgraphs: ['product'], typename: 'Product', id: '$draft' },
  },
  'ProductVariant in DRAFT': {
    query: 'product(id: $draft) { variants { PART } }',
    node: '$draftVariant',
    entities: { subgraphs: ['product'], typename: 'ProductVariant', id: '$draftVariant' },
  },
  Category: {
    query: 'categories { PART }',
    node: '$category',
    nested: { selection: 'product(id: $product) { categories { PART } }' },
    entities: { subgraphs: ['product'], id: '$category' },
  },
  Cart: {
    query: 'cart(id: $cart) { PART }',
    node: '$cart',
    entities: { subgraphs: ['order'], id: '$cart' },
  },
  Order: {
    query: 'order(id: $order) { PART }',
    node: '$order',
    nested: { through: 'Cart', selection: 'cart(id: $orderedCart) { order { PART } }' },
    entities: { subgraphs: ['order'], id: '$order' },
  },
  OrderConnection: {
    nested: { through: 'Order', selection: 'order(id: $order) { customer { orders { PART } } }' },
    entities: { subgraphs: ['order'], typename: 'User', id: '$user', selection: 'orders { PART }' },
  },
  Payment: {
    query: 'payment(id: $payment) { PART }',
    node: '$payment',
    nested: { through: 'Order', selection: 'order(id: $order) { payment { PART } }' },
    entities: { subgraphs: ['payment'], id: '$payment' },
  },
  User: {
    node: '$user',
    nested: { through: 'Order', selection: 'order(id: $order) { customer { PART } }' },
    entities: { subgraphs: ['user'], id: '$user' },
  },
  AuditEntry: { query: 'orderAuditEntries { nodes { PART } }' },
  AuditEntryConnection: { query: 'orderAuditEntries { PART }' },
  GuestRevocation: { query: 'guestRevocations { PART }' },
  PersonalRecordPage: {
    // The product subgraph holds nothing of this owner.
    query: ['order', 'payment'].map((subgraph) => `${subgraph}PersonalRecords(userId: $user) { PART }`),
  },
  SupportTicket: { query: 'ticket(id: $ticket) { PART }' },
  SupportTicketConnection: { query: 'tickets { PART }' },
  Session: { query: 'mySessions { PART }' },
  AddressFormat: { query: 'addressFormat(countryCode: "US") { PART }' },
};

/** The order on which a part can be seen that the ordinary one does not have. */
export const orderWith: Readonly<Record<string, string>> = {
  OutOfStock: '$soldOutOrder',
  Shortage: '$soldOutOrder',
  PaymentDeclined: '$declinedOrder',
  OrderCancellation: '$cancelledOrder',
};
