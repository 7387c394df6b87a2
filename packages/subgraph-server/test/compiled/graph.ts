/** A graph with all that a subgraph's schema may have: abstract types, lists in lists, null where it may not be, arguments. */
export const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
  scalar Odd
  enum Colour { RED GREEN }
  input Range { from: Int! = 1 to: Int colour: Colour inner: Range }
  interface Node { id: ID! name: String kin: Node kins: [Node] }
  interface Named implements Node { id: ID! name: String kin: Node kins: [Node] title: String! }
  type Thing implements Node & Named @key(fields: "id") @cacheControl(maxAge: 60) {
    id: ID! name: String title: String! kin: Node kins: [Node] count: Int colour: Colour odd: Odd
    others(range: Range = { from: 2 }, first: Int, only: [Colour!]): [Thing!] sure: Thing! part: Part must: Part!
    matrix: [[Int!]!] words: [String] exact: [String!]! anything: Any anythings: [Any!] price: Float @cacheControl(maxAge: 5)
  }
  type Part implements Node @key(fields: "id") @cacheControl(inheritMaxAge: true) {
    id: ID! name: String kin: Node kins: [Node] whole: Thing @cacheControl(scope: PRIVATE) sizes: [Int!] ok: Boolean! size(in: Float = 1.5): Float
  }
  type Lone { value: Int! late: String self: Lone deep: [Lone!]! }
  union Any = Thing | Part | Lone
  type Query {
    thing(id: ID, range: Range): Thing things(first: Int! = 3): [Thing!]! node: Node nodes: [Node!] any: Any @cacheControl(maxAge: 9) lone: Lone @cacheControl(maxAge: 20, scope: PRIVATE)
    anythings: [Any] @cacheControl(maxAge: 30) number: Int @cacheControl(maxAge: 7) colours: [Colour!] sure: Thing! named: Named
  }
  type Mutation { change(range: Range!): Thing count: Int! lone: Lone lones: [Lone!] }
`;
