import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const question = `{ order(id: "${ids.order}") { customer lines { quantity product { title } } } node(id: "${ids.chair}") { id } }`;

describe('the gateway with EXECUTION=apollo', () => {
  it('answers as with our own engine, also while a subgraph is down', async () => {
    const answers = [];
    for (const engine of ['apollo', 'cartograph']) {
      gateway = await startTestGateway({ EXECUTION: engine });
      const headers = { 'x-cartograph-guest': await gateway.signGuestToken(ids.order) };
      const whole = await gateway.ask(question, { headers });
      await gateway.product.stop();
      const degraded = await gateway.ask(question, { headers });
      answers.push([
        whole.data,
        whole.errors,
        degraded.data,
        degraded.errors?.map(({ extensions }) => extensions['code']),
      ]);
      if (engine === 'apollo') await gateway.stop();
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0].order.lines[0]).toEqual({ quantity: 1, product: { title: 'Chair' } });
    expect(answers[0]?.[3]).toContain('SUBGRAPH_UNAVAILABLE');
  });
});
