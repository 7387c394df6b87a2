import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { executionOf, guardSchema } from '@cartograph/subgraph-server';
import { anonymous, createViewerSigner, createViewerVerifier, type Viewer } from '@cartograph/viewer';
import { type GraphQLSchema, parse } from 'graphql';
import { allow, rule } from 'graphql-shield';
import { exportJWK, generateKeyPair } from 'jose';
import { createAccessDecision } from '../src/access/decide-access.ts';
import { readAccess } from '../src/access/read-access.ts';
import { createViewerIdentification } from '../src/viewer/identify-viewer.ts';
import { startTestIssuer } from '../test/support/test-issuer.ts';

/**
 * What verification and permission cost a request, against the same product list with both off, and what the list costs
 * behind the compiled execution and behind Apollo Server as it comes, in one run: CPU time of this process, in alternating
 * rounds, the median of each. `node gateway/bench/permission-cost.ts [--json]`
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

const start = async (schema: GraphQLSchema, engine: Parameters<typeof executionOf>[1]) => {
  const { source, cacheControl } = executionOf(schema, engine);
  const apollo = new ApolloServer({ ...source, plugins: [cacheControl, ApolloServerPluginInlineTraceDisabled()] });
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
const open = () => buildSubgraphSchema([{ typeDefs, resolvers: { Query: { products: () => products } } }]);
const guarded = () => guardSchema(open(), permissions);
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
const decide = createAccessDecision(rules, open());

const parts: Record<string, () => Promise<unknown>> = {
  'subgraph by graphql-js, both off': await start(open(), 'graphql-js'),
  'the same, rules on types': await start(guarded(), 'graphql-js'),
  'subgraph, both off': await start(open(), 'compiled'),
  'subgraph, rules on types': await start(guarded(), 'compiled'),
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
const of = (name: string): number => found[name] ?? 0;
const stock = of('subgraph by graphql-js, both off');
const off = of('subgraph, both off');
const on = Object.entries(found).reduce((sum, [name, value]) => (name.includes(':') ? sum + value : sum), 0);
const added = of('subgraph, rules on types') + on - off;
const result = {
  microsPerRequest: found,
  addedPercent: (added / off) * 100,
  timesStock: of('subgraph, rules on types') / stock,
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  for (const [name, value] of Object.entries(found))
    console.log(
      `${name.padEnd(36)}${value.toFixed(1).padStart(10)} µs ${(value / stock).toFixed(2).padStart(8)} times`,
    );
  console.log(`verification and permission add ${added.toFixed(1)} µs to a list of 24 products`);
  console.log(`with rules on types it costs ${result.timesStock.toFixed(2)} of what graphql-js takes without any`);
}
await issuer.stop();
process.exit(0);
