import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { guardSchema } from '@cartograph/subgraph-server';
import { anonymous, createViewerSigner, createViewerVerifier, type Viewer } from '@cartograph/viewer';
import { type GraphQLSchema, parse } from 'graphql';
import { allow, rule } from 'graphql-shield';
import { exportJWK, generateKeyPair } from 'jose';
import { createAccessDecision } from '../src/access/decide-access.ts';
import { readAccess } from '../src/access/read-access.ts';
import { createViewerIdentification } from '../src/viewer/identify-viewer.ts';
import { startTestIssuer } from '../test/support/test-issuer.ts';

/**
 * What verification and permission cost a request, against the same product list with both off, in one run: CPU time of this
 * process, in alternating rounds, the median of each. `node gateway/bench/permission-cost.ts [--json]`
 */
const rounds = 15;
const requestsInRound = 200;

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requiresScopes"])
  type Query { products: [Product!]! }
  type Product @key(fields: "id") { id: ID! slug: String! title: String! vendor: String variants: [Variant!]! priceRange: Range! }
  type Variant @key(fields: "id") { id: ID! sku: String title: String! price: Money stock: Stock! }
  type Range { min: Money! max: Money! }
  type Money { amountMinor: String! currency: String! amount: String! }
  type Stock { available: Int! onHand: Int @requiresScopes(scopes: [["product:read:any"]]) }`);
const query =
  '{ products { id slug title vendor priceRange { min { amount currency } max { amount currency } } variants { id sku title price { amount amountMinor currency } stock { available } } } }';

const money = { amountMinor: '1999', currency: 'EUR', amount: '19.99' };
const products = Array.from({ length: 24 }, (_, index) => ({
  id: `product_${index}`,
  slug: `product-${index}`,
  title: `Product ${index}`,
  vendor: 'Maker',
  status: 'ACTIVE',
  priceRange: { min: money, max: money },
  variants: ['S', 'M', 'L'].map((size) => ({
    id: `variant_${index}${size}`,
    sku: size,
    title: size,
    price: money,
    stock: { available: 3, onHand: 4 },
    status: 'ACTIVE',
  })),
}));

const isVisible = rule('isVisible', { cache: 'no_cache' })((thing: { status: string }) => thing.status !== 'DRAFT');
const permissions = {
  Query: { products: allow },
  Product: isVisible,
  Variant: isVisible,
  Range: allow,
  Money: allow,
  Stock: allow,
};

const start = async (schema: GraphQLSchema) => {
  const apollo = new ApolloServer({ schema });
  await apollo.start();
  return () => apollo.executeOperation({ query }, { contextValue: { viewer: anonymous } });
};

const cpuMicros = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  for (let count = 0; count < requestsInRound; count += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / requestsInRound;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const pair = await generateKeyPair('EdDSA', { extractable: true });
const keys = {
  privateJwk: { ...(await exportJWK(pair.privateKey)), kid: 'bench' },
  publicJwk: { ...(await exportJWK(pair.publicKey)), kid: 'bench' },
};
const open = buildSubgraphSchema([{ typeDefs, resolvers: { Query: { products: () => products } } }]);
const guarded = guardSchema(
  buildSubgraphSchema([{ typeDefs, resolvers: { Query: { products: () => products } } }]),
  permissions,
);
const [askOpen, askGuarded] = [await start(open), await start(guarded)];
const sign = createViewerSigner(keys);
const verify = createViewerVerifier({ publicJwks: { keys: [keys.publicJwk] }, audience: 'product' });
const viewer: Viewer = { ...anonymous, userId: 'user_bench', scopes: ['product:read:any'] };
const token = await sign(viewer, 'product');
const issuer = await startTestIssuer();
const headers = {
  authorization: `Bearer ${await issuer.sign({ claims: { aud: 'bench', scope: 'product:read:any' } })}`,
};
const identify = createViewerIdentification(
  {
    OIDC_ISSUERS: [
      { issuer: issuer.url, audience: 'bench', jwksUrl: undefined, userIdClaim: 'sub', clockToleranceSeconds: 60 },
    ],
    GUEST_JWKS: { keys: [keys.publicJwk as { kty: string }] },
  },
  // Nobody in this measurement is a guest.
  { refuseRevoked: async () => false },
);
const document = parse(query);
const rules = readAccess(`type Stock { onHand: Int @requiresScopes(scopes: [["product:read:any"]]) }`).rules;
const decide = createAccessDecision(rules, open);

const parts: Record<string, () => Promise<unknown>> = {
  'subgraph, both off': askOpen,
  'subgraph, rules on types': askGuarded,
  'gateway: the access token': async () => identify(headers),
  'gateway: the rules of the document': async () => decide(document, viewer),
  'gateway: the viewer signed': async () => sign(viewer, 'product'),
  'subgraph: the viewer verified': async () => verify(token),
};
const micros: Record<string, number[]> = Object.fromEntries(Object.keys(parts).map((name) => [name, []]));
for (let round = -3; round < rounds; round += 1) {
  for (const [name, work] of Object.entries(parts)) {
    const spent = await cpuMicros(work);
    // The first rounds are for the compiler.
    if (round >= 0) micros[name]?.push(spent);
  }
}
const found = Object.fromEntries(Object.entries(micros).map(([name, values]) => [name, median(values)]));
const off = found['subgraph, both off'] ?? 0;
const on = Object.entries(found).reduce((sum, [name, value]) => (name === 'subgraph, both off' ? sum : sum + value), 0);
const result = { microsPerRequest: found, addedPercent: ((on - off) / off) * 100 };
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  for (const [name, value] of Object.entries(found))
    console.log(`${name.padEnd(36)}${value.toFixed(1).padStart(10)} µs`);
  console.log(`verification and permission add ${result.addedPercent.toFixed(1)} % to a list of 24 products`);
}
await issuer.stop();
process.exit(0);
