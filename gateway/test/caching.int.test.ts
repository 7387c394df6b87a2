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

  it('is told by a tag of its content, for which it is not sent again to whoever has it', async () => {
    const ask = (tag: string, query = '{ products { id } }') =>
      fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1', 'if-none-match': tag },
      });
    const first = await ask('"another"');
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, tag]).toEqual([200, expect.stringMatching(/^W\/"[\w-]{43}"$/)]);
    for (const known of [tag, tag.slice(2), `"a", ${tag}`, '*']) {
      const again = await ask(known);
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
      expect(again.headers.get('cache-control')).toBe('public, max-age=60');
      expect(again.headers.get('vary')).toContain('authorization');
    }
    const other = await ask(tag, '{ products { title } }');
    expect([other.status, other.headers.get('etag') === tag]).toEqual([200, false]);
    // What nobody may keep has none.
    const fresh = await ask('*', '{ products { title } whoAmI }');
    expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, null]);
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
