/**
 * What the REST view shows of the catalogue: a part of the graph's public schema, under the same names. Each request
 * asks the graph for all of it.
 */
export const catalogueSchema = `
"An amount of money."
type Money {
  "The same amount as a decimal number, e.g. 19.99."
  amount: Decimal!
  "Integer minor units, e.g. cents."
  amountMinor: BigInt!
  "The currency."
  currency: Currency!
}

"The lowest and the highest price."
type PriceRange {
  "The highest price."
  max: Money!
  "The lowest price."
  min: Money!
}

"A picture."
type Media {
  "What it shows, for those who do not see it."
  alt: String
  "Where the picture is."
  url: URL!
}

"A group of products."
type Category {
  "The path from the root, in URLs, e.g. kitchen/cookware."
  slug: String!
  "The title."
  title: String!
}

"What a buyer can choose."
type ProductOption {
  "What is chosen, e.g. Size."
  name: String!
  "What there is to choose from, in order."
  values: [String!]!
}

"What was chosen of an option."
type SelectedOption {
  "The option's name, e.g. Size."
  name: String!
  "The chosen value, e.g. L."
  value: String!
}

"How many pieces there are."
type StockLevel {
  "Pieces that can be bought now."
  available: Int!
}

"A form of a product that can be bought."
type ProductVariant {
  "The globally unique id, as the graph knows it."
  id: ID!
  "Stock keeping unit: the shop's own number."
  sku: String
  "The option values, e.g. L / Blue; empty for a product without options."
  title: String!
  "The chosen value of each option, in the product's order."
  options: [SelectedOption!]!
  "What one piece costs in the shop's own currency; null when it has no price in it."
  price: Money
  "A former, higher price; null when there is none."
  compareAtPrice: Money
  "Can at least one piece be bought now?"
  availableForSale: Boolean!
  "How many pieces there are."
  stock: StockLevel!
}

"Something that is sold."
type Product {
  "The globally unique id, as the graph knows it."
  id: ID!
  "The name in URLs."
  slug: String!
  "The title."
  title: String!
  "The description as plain text."
  description: String!
  "Who makes it."
  vendor: String
  "The shop's own kind of product."
  productType: String
  "Labels, in the shop's order."
  tags: [String!]!
  "The categories the product is in."
  categories: [Category!]!
  "Pictures, in order."
  media: [Media!]!
  "What a buyer can choose, e.g. size and colour; empty for a product with one variant."
  options: [ProductOption!]!
  "The lowest and the highest price of its variants; null when none has a price."
  priceRange: PriceRange
  "Is at least one variant in stock and on sale?"
  availableForSale: Boolean!
  "What can be bought, in the shop's order."
  variants(
    "How many, 1 to 100."
    first: Int = 20
    "Only what follows the variant with this id."
    after: ID
  ): [ProductVariant!]!
  "How many variants there are."
  variantCount: Int!
}

"Where a page lies in its list."
type PageInfo {
  "The cursor of the last product; the next page begins after it."
  endCursor: String
  "Is there a page after this one?"
  hasNextPage: Boolean!
}

"A page of products."
type ProductConnection {
  "The products."
  nodes: [Product!]!
  "Where this page lies in its list."
  pageInfo: PageInfo!
}

type Query {
  "The products that are on sale, oldest first."
  products(
    "How many, 1 to 100; 24 unless given."
    first: Int
    "Only what follows this cursor, which is the \`endCursor\` of the page before."
    after: String
    "The slug of a category; products of the categories below it are included."
    category: String
    "Words, or beginnings of words, that the product has in title, vendor, type, tags or description; all must be there."
    query: String
  ): ProductConnection!
  "One product that is on sale."
  product("The product's name in URLs." slug: String!): Product
}

"An exact decimal number, sent as text."
scalar Decimal
"An integer of any size, sent as text."
scalar BigInt
"An ISO 4217 currency code."
scalar Currency
"An absolute URL."
scalar URL
`;
