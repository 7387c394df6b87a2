import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProducts } from '../support/import-catalogue.ts';
import { checkOut, fillCart, registerShopper, untilSettled, variantOf } from '../support/shopper.ts';

describe('a subgraph that is down', () => {
  let supergraph: Supergraph;
  beforeAll(async () => {
    supergraph = await startSupergraph();
    await importProducts(supergraph, [{ handle: 'lamp', priceEur: '39.00', quantity: 100 }]);
  });
  afterAll(async () => supergraph?.stop());

  it('empties only its own nullable fields, and what was ordered meanwhile is carried on when it is back', async () => {
    const { storefront, stack } = supergraph;
    const shopper = await registerShopper(storefront, 'Lin Patient');
    const variantId = await variantOf(storefront, 'lamp');
    await stack.kill('payment', 'SIGTERM');
    const placed = await checkOut(storefront, await fillCart(storefront, { caller: shopper.caller, variantId }));
    const question =
      'query ($id: ID!) { order(id: $id) { status customer { name } lines { product { title } } payment { status } } }';
    const answer = await storefront.ask(question, { id: placed.orderId }, shopper.caller);
    expect(answer.data?.order).toEqual({
      status: 'PENDING',
      customer: { name: 'Lin Patient' },
      lines: [{ product: { title: 'Test lamp' } }],
      payment: null,
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|localhost/);

    await stack.restart('payment');
    expect(await untilSettled(storefront, placed)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });
    const healed = await storefront.ask(question, { id: placed.orderId }, shopper.caller);
    expect(healed.errors).toBeUndefined();
    expect(healed.data?.order.payment).toEqual({ status: 'CAPTURED' });
  });
});
