import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer, startTestGateway, type TestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

describe.each(['apollo', 'cartograph'])('what may keep an answer, by the engine %s', (EXECUTION) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ EXECUTION });
  });
  afterAll(() => gateway.stop());
  const keeping = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1', ...headers },
    });
    return (await readAnswer(response)).headers;
  };

  it('is everybody, for as long as every subgraph allows, for a query by GET that nobody in particular sent', async () => {
    const headers = await keeping('{ products { title } }');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('vary')).toContain('authorization, x-cartograph-guest');
    // One of the two says nothing of caching.
    expect((await keeping('{ products { title } whoAmI }')).get('cache-control')).toBe('no-store');
  });

  it('is nobody for whoever is signed in or holds a token, for a POST, and for what failed or was refused', async () => {
    const token = { authorization: `Bearer ${await gateway.issuer.sign()}` };
    const guest = { 'x-cartograph-guest': await gateway.signGuestToken(ids.order) };
    for (const headers of [token, guest, { authorization: 'Bearer nonsense' }])
      expect((await keeping('{ products { title } }', headers)).get('cache-control')).toBe('no-store');
    expect((await gateway.ask('{ products { title } }')).headers.get('cache-control')).toBe('no-store');
    for (const query of ['{ products { title } broken }', '{ nonsense }', '{ __typename }', '{'])
      expect([query, (await keeping(query)).get('cache-control')]).toEqual([query, 'no-store']);
  });
});
