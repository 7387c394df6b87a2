'use strict';
// Buys the test article as a guest, as a customer would, and waits until the order is confirmed. The canary runs it in
// CloudWatch Synthetics (`handler`), the pipeline after a deploy, and anybody by hand:
//   GRAPH_URL=https://shop.example/graphql node buy.cjs
// VARIANT_ID names the article (otherwise the first one that can be bought), PAYMENT_METHOD_TOKEN how it is paid.
const { randomUUID } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');

const confirmedWithinMs = 30_000;
const settled = new Set(['CONFIRMED', 'FULFILLING', 'COMPLETED']);

/** Sends one operation. Throws for every error, as an answer with errors is no purchase. */
const ask = async ({ graphUrl, guestToken }, query, variables) => {
  const response = await fetch(graphUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(guestToken && { 'x-cartograph-guest': guestToken }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${graphUrl} answered ${response.status}: ${text.slice(0, 300)}`);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`The graph answered ${JSON.stringify(errors).slice(0, 300)}`);
  return data;
};

/** The payload of a mutation that did what it was asked. */
const done = (payload) => {
  if (payload.userErrors.length > 0) throw new Error(`It was refused: ${JSON.stringify(payload.userErrors)}`);
  return payload;
};

const firstVariant = async (shop) => {
  const { products } = await ask(shop, '{ products(first: 20) { nodes { variants { id availableForSale } } } }');
  const variant = products.nodes.flatMap(({ variants }) => variants).find(({ availableForSale }) => availableForSale);
  if (!variant) throw new Error('The shop has nothing that could be bought.');
  return variant.id;
};

const fillCart = async (shop, variantId) => {
  const made = await ask(
    shop,
    'mutation { createCart(input: { currency: "EUR" }) { cart { id } guestToken userErrors { code message } } }',
  );
  const { cart, guestToken } = done(made.createCart);
  const filled = await ask(
    { ...shop, guestToken },
    'mutation ($input: AddCartLineInput!) { addCartLine(input: $input) { cart { total { amountMinor currency } } userErrors { code message } } }',
    { input: { cartId: cart.id, variantId, quantity: 1 } },
  );
  return { cartId: cart.id, guestToken, expectedTotal: done(filled.addCartLine).cart.total };
};

const checkOut = async (shop, { cartId, expectedTotal, guestToken, paymentMethodToken }) => {
  const input = { cartId, expectedTotal, paymentMethodToken, idempotencyKey: randomUUID() };
  const answer = await ask(
    { ...shop, guestToken },
    'mutation ($input: CheckoutInput!) { checkout(input: $input) { order { id } guestToken userErrors { code message } } }',
    { input },
  );
  return done(answer.checkout);
};

const waitUntilSettled = async (shop, orderId) => {
  for (const deadline = Date.now() + confirmedWithinMs; ; await sleep(500)) {
    const { order } = await ask(shop, 'query ($id: ID!) { order(id: $id) { status } }', { id: orderId });
    if (settled.has(order?.status)) return order.status;
    if (order?.status !== 'PENDING') throw new Error(`The order ${orderId} became ${order?.status ?? 'unreachable'}.`);
    if (Date.now() > deadline) throw new Error(`The order ${orderId} is still PENDING after ${confirmedWithinMs} ms.`);
  }
};

/** @returns {Promise<{ orderId: string, status: string, tookMs: number }>} */
const buy = async ({ graphUrl, variantId, paymentMethodToken }) => {
  const startedAt = Date.now();
  const shop = { graphUrl };
  const cart = await fillCart(shop, variantId ?? (await firstVariant(shop)));
  const { order, guestToken } = await checkOut(shop, { ...cart, paymentMethodToken });
  const status = await waitUntilSettled({ ...shop, guestToken }, order.id);
  return { orderId: order.id, status, tookMs: Date.now() - startedAt };
};

const buyByEnvironment = async ({ GRAPH_URL, VARIANT_ID, PAYMENT_METHOD_TOKEN } = process.env) => {
  if (!GRAPH_URL)
    throw new Error('GRAPH_URL is not set: the address of the graph, such as https://shop.example/graphql');
  const bought = await buy({
    graphUrl: GRAPH_URL,
    variantId: VARIANT_ID || undefined,
    paymentMethodToken: PAYMENT_METHOD_TOKEN || 'tok_approve',
  });
  console.log(JSON.stringify(bought));
  return bought;
};

exports.handler = () => buyByEnvironment();

if (require.main === module && !process.env.AWS_LAMBDA_FUNCTION_NAME) {
  buyByEnvironment().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
