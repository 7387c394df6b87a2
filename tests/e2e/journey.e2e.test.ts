import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogueByRest } from '../support/catalogue-by-rest.ts';
import {
  type DeployedBundles,
  deployBundles,
  deployed,
  leftBehind,
  mayWrite,
  missingInImages,
  removeBundles,
  startIn,
} from '../support/deployed-bundles.ts';
import { documentedVariables, variablesOf } from '../support/documented-variables.ts';
import { providerLedger } from '../support/ledgers.ts';
import { orphansIn, traceOfOrder } from '../support/seen-spans.ts';
import { checkOut, fillCart, registerShopper, untilSettled, variantOf } from '../support/shopper.ts';

const canary = new URL('../../infra/canary/buy.cjs', import.meta.url).pathname;

type Browsed = { products: { edges: { node: { slug: string; title: string } }[] } };
const browse: TypedDocumentNode<Browsed> = gql`
  query Browse {
    products(first: 5, query: "linen") {
      edges { node { id slug title priceRange { min { amount currency } } variants { id title availableForSale } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const signIn: TypedDocumentNode<{ signIn: { accessToken: string } }> = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { accessToken userErrors { code } }
  }
`;
const orderAcrossFour = gql`
  query Bought($id: ID!) {
    order(id: $id) {
      status
      customer { name }
      lines { quantity total { amount currency } product { title } }
      payment { status }
    }
  }
`;

/** What a storefront built on @apollo/client does, with the token it got at sign-in. */
const clientOf = (supergraph: Supergraph, accessToken?: string) =>
  new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({
      uri: `${supergraph.url}/graphql`,
      ...(accessToken && { headers: { authorization: `Bearer ${accessToken}` } }),
    }),
  });

describe('the journey of a buyer, through what is deployed', () => {
  let bundles: DeployedBundles;
  let supergraph: Supergraph;
  beforeAll(async () => {
    bundles = await deployBundles();
    supergraph = await startSupergraph({ hasDemo: true, hasTraces: true, bundles });
  });
  afterAll(async () => {
    await supergraph?.stop();
    await removeBundles(bundles);
  });

  it('registers, signs in, browses, buys, and reads what was bought from four subgraphs at once', async () => {
    const { storefront } = supergraph;
    const shopper = await registerShopper(storefront, 'Ada Lovelace');
    const signedIn = await clientOf(supergraph).mutate({
      mutation: signIn,
      variables: { input: { email: shopper.email, password: 'a long enough secret' } },
    });
    const accessToken = signedIn.data?.signIn.accessToken ?? '';
    const client = clientOf(supergraph, accessToken);

    const found = await client.query({ query: browse });
    const product = found.data?.products.edges[0]?.node;
    expect(product?.title).toMatch(/linen/i);

    const variantId = await variantOf(storefront, product?.slug ?? '');
    const cart = await fillCart(storefront, { caller: { accessToken }, variantId, quantity: 2 });
    const placed = await checkOut(storefront, cart);
    expect(placed).toMatchObject({ status: 'PENDING', userErrors: [] });
    expect(await untilSettled(storefront, placed)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });

    const trace = await traceOfOrder(supergraph, {
      ...placed,
      begins: 'create OrderPlaced',
      ends: 'process PaymentCaptured',
    });
    expect(orphansIn(trace)).toMatchObject([
      { service: 'gateway', name: 'POST /graphql', kind: 'server', parentId: null },
    ]);
    const stationsOf = (service: string) => trace.filter((span) => span.service === service).map(({ name }) => name);
    expect(stationsOf('gateway')).toEqual(expect.arrayContaining(['graphql.execute', 'POST order']));
    expect(stationsOf('order')).toEqual(expect.arrayContaining(['Mutation.checkout', 'process StockReserved']));
    expect(stationsOf('product')).toEqual(expect.arrayContaining(['process OrderPlaced', 'process OrderConfirmed']));
    expect(stationsOf('payment')).toEqual(expect.arrayContaining(['payment authorize', 'POST payment provider']));
    for (const service of ['order', 'product', 'payment']) {
      expect(
        trace.filter((span) => span.service === service && span.attributes['db.query.text']).length,
      ).toBeGreaterThan(3);
    }

    const bought = await client.query({
      query: orderAcrossFour,
      variables: { id: placed.orderId },
      fetchPolicy: 'network-only',
    });
    expect(bought.data).toMatchObject({
      order: {
        status: 'CONFIRMED',
        customer: { name: 'Ada Lovelace' },
        lines: [{ quantity: 2, total: { currency: 'EUR' }, product: { title: product?.title } }],
        payment: { status: 'CAPTURED' },
      },
    });
    const mine = await storefront.ask(
      '{ me { name orders(first: 5) { totalCount nodes { id status } } } }',
      {},
      { accessToken },
    );
    expect(mine.data?.me).toEqual({
      name: 'Ada Lovelace',
      orders: { totalCount: 1, nodes: [{ id: placed.orderId, status: 'CONFIRMED' }] },
    });
  });

  it('ends an order whose card declines as REJECTED, with the stock back and nothing charged', async () => {
    const { storefront } = supergraph;
    const variantId = await variantOf(storefront, await slugOfFirst(supergraph));
    const before = await stockOf(supergraph, variantId);
    const placed = await checkOut(storefront, await fillCart(storefront, { variantId, quantity: 3 }), {
      token: 'tok_decline',
    });
    expect(await untilSettled(storefront, placed)).toMatchObject({ status: 'REJECTED' });
    const answer = await storefront.ask(
      'query ($id: ID!) { order(id: $id) { rejection { __typename ... on PaymentDeclined { reason } } payment { status } } }',
      { id: placed.orderId },
      placed.caller,
    );
    expect(answer.data?.order).toEqual({
      rejection: { __typename: 'PaymentDeclined', reason: 'DECLINED' },
      payment: { status: 'FAILED' },
    });
    await expect.poll(() => stockOf(supergraph, variantId), { timeout: 20_000 }).toEqual(before);
    const charges = (await providerLedger(supergraph)).filter((charge) => charge.reference === placed.orderId);
    expect(charges.reduce((total, charge) => total + BigInt(charge.capturedMinor), 0n)).toBe(0n);
  });

  it('shows the catalogue by REST, too: what the graph says, page by page, to be kept for a while', async () => {
    await expect(readCatalogueByRest(supergraph)).resolves.toBeUndefined();
  });

  it('is open for the canary, which watches the shop on AWS and proves each deploy', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [canary], {
      env: { GRAPH_URL: `${supergraph.url}/graphql` },
    });
    expect(JSON.parse(stdout)).toMatchObject({ orderId: expect.stringMatching(/^order_/), status: 'CONFIRMED' });
  });

  it('lets a guest buy with nothing but the token of the cart, and keeps the order from a stranger', async () => {
    const { storefront } = supergraph;
    const variantId = await variantOf(storefront, await slugOfFirst(supergraph));
    const cart = await fillCart(storefront, { variantId });
    const placed = await checkOut(storefront, cart);
    expect(await untilSettled(storefront, placed)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });

    const stranger = await registerShopper(storefront);
    const question = 'query ($id: ID!) { order(id: $id) { id total { amount } payment { id } } node(id: $id) { id } }';
    for (const caller of [{}, stranger.caller, cart.caller]) {
      const answer = await storefront.ask(question, { id: placed.orderId }, caller);
      expect(answer.data).toEqual({ order: null, node: null });
    }
    const own = await storefront.ask(question, { id: placed.orderId }, placed.caller);
    expect(own.data).toMatchObject({ order: { id: placed.orderId }, node: { id: placed.orderId } });
  });

  it.each(deployed)(
    'refuses to start the %s without its documented variables, and names all that is wrong at once',
    async (name) => {
      const wrong = { LOG_LEVEL: 'loud', PORT: 'x', TELEMETRY: 'otlp', ATTEMPT_LEASE_SECONDS: '1' };
      const { exitCode, words } = await startIn(bundles, name, wrong);
      const { required } = documentedVariables(name);
      expect(exitCode).toBe(78);
      const together: Record<string, string[]> = {
        gateway: ['SUPERGRAPH_PATH', 'TELEMETRY_ENDPOINT'],
        product: ['TELEMETRY_ENDPOINT'],
        order: ['TELEMETRY_ENDPOINT'],
        user: ['MAIL_SMTP_URL', 'TELEMETRY_ENDPOINT'],
        payment: ['ATTEMPT_LEASE_SECONDS', 'TELEMETRY_ENDPOINT'],
      };
      const expected = [...required, ...(together[name] ?? []), 'LOG_LEVEL'];
      expect(words.match(/(?<=^ {2})\w+(?=:)/gm)?.sort()).toEqual(expected.sort());
    },
  );

  // Elsewhere nothing tells what a process was really given.
  it.runIf(process.platform === 'linux')('runs on documented variables alone', async () => {
    for (const name of deployed) {
      const { all } = documentedVariables(name);
      const isKnown = (variable: string) =>
        all.includes(variable) || (variable.startsWith('AWS_') && all.includes('AWS_*'));
      const given = await variablesOf(supergraph.stack.pids()[name] ?? 0);
      expect(given.length).toBeGreaterThan(5);
      expect({ name, unknown: given.filter((variable) => !isKnown(variable)) }).toEqual({ name, unknown: [] });
    }
  });

  it('needs no disk to write on: a process of the bundles may write nowhere near them, and left nothing', async () => {
    expect(await mayWrite(bundles)).toBe(false);
    expect(await missingInImages(bundles)).toEqual([]);
    expect(await leftBehind(bundles)).toEqual([]);
  });
});

const slugOfFirst = async (supergraph: Supergraph): Promise<string> => {
  const answer = await supergraph.storefront.ask('{ products(first: 1) { nodes { slug } } }');
  return answer.data?.products.nodes[0].slug;
};

const stockOf = (supergraph: Supergraph, variantId: string) =>
  supergraph.storefront
    .ask('query ($id: ID!) { node(id: $id) { ... on ProductVariant { stock { available } } } }', { id: variantId })
    .then((answer) => answer.data?.node?.stock?.available as number);
