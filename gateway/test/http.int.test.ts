import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer, startTestGateway, type TestGateway } from './support/test-gateway.ts';

const json = { 'content-type': 'application/json' };
const explorers = 'https://studio.apollographql.com';

describe('the door to the graph', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ CORS_ORIGINS: JSON.stringify([explorers]) });
  });
  afterAll(() => gateway.stop());
  const post = async (body: string, headers: Record<string, string> = json) =>
    readAnswer(await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body }));
  const refusal = ({ status, errors, headers }: Awaited<ReturnType<typeof post>>) => ({
    status,
    code: errors?.[0]?.extensions['code'],
    hasCorrelationId: headers.has('x-correlation-id'),
  });

  it('keeps to the GraphQL over HTTP specification', async () => {
    // Without this header Apollo's protection against forged requests refuses every GET.
    const fetchFn = (address: string, init: RequestInit = {}) =>
      fetch(address, {
        ...init,
        headers: { 'apollo-require-preflight': '1', ...(init.headers as Record<string, string>) },
      });
    const results = await Promise.all(
      serverAudits({ url: `${gateway.url}/graphql`, fetchFn }).map((audit) => audit.fn()),
    );
    const problems = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.status}: ${result.name}`]));
    expect(results.length).toBeGreaterThan(50);
    expect(problems).toEqual([
      'warn: SHOULD use 200 status code on document parsing failure when accepting application/json',
      'warn: SHOULD use 200 status code on document validation failure when accepting application/json',
      'warn: SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
    ]);
  });

  it('refuses a body of more than 256 KB', async () => {
    const refused = await post(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(256 * 1024)}` }));
    expect(refusal(refused)).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE', hasCorrelationId: true });
    const taken = await post(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(255 * 1024)}` }));
    expect(taken.data).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['what is not JSON', '{"query":', json, 400],
    ['an empty body', '', json, 400],
    ['no query', '{}', json, 400],
    ['several operations at once', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', json, 400],
    ['another content type', '{"query":"{ __typename }"}', { 'content-type': 'application/xml' }, 415],
    [
      'a form, as another site could send it',
      'query={__typename}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
    ],
    ['plain text, as another site could send it', '{"query":"{ __typename }"}', { 'content-type': 'text/plain' }, 400],
  ])('refuses %s with a typed error', async (_name, body, headers, status) => {
    expect(refusal(await post(body, headers))).toEqual({ status, code: 'BAD_REQUEST', hasCorrelationId: true });
  });

  it('refuses a query by GET that another site’s page could have sent', async () => {
    const address = `${gateway.url}/graphql?query={__typename}`;
    expect(refusal(await readAnswer(await fetch(address)))).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect((await readAnswer(await fetch(address, { headers: { 'apollo-require-preflight': '1' } }))).data).toEqual({
      __typename: 'Query',
    });
  });

  it('refuses a mutation by GET and does nothing', async () => {
    const response = await fetch(`${gateway.url}/graphql?query=mutation{checkout(ms:1){id}}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.headers.get('allow')).toBe('POST');
    expect(refusal(await readAnswer(response))).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
    expect(gateway.order.seen).toEqual([]);
  });

  it('refuses other methods and other paths with a typed error', async () => {
    const put = await fetch(`${gateway.url}/graphql`, {
      method: 'PUT',
      headers: json,
      body: '{"query":"{ __typename }"}',
    });
    expect(put.headers.get('allow')).toBe('GET, POST');
    expect(refusal(await readAnswer(put))).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
    expect(refusal(await readAnswer(await fetch(`${gateway.url}/elsewhere`)))).toMatchObject({ status: 404 });
  });

  it('names an unknown field, a bad variable and bad input as the client’s fault', async () => {
    expect(refusal(await gateway.ask('{ nonsense }'))).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect(refusal(await gateway.ask('{ products'))).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    const badVariable = await gateway.ask('query($ms: Int!) { slow(ms: $ms) }', { variables: { ms: 'soon' } });
    expect(refusal(badVariable)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    // Only the subgraph knows how its scalars are written, be it in the query or beside it.
    expect((await gateway.ask('{ price(amountMinor: "much") }')).errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
    });
    const badAmount = await gateway.ask('query($amount: BigInt!) { price(amountMinor: $amount) }', {
      variables: { amount: 'much' },
    });
    expect(badAmount.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect((await gateway.ask('{ price(amountMinor: "5") }')).data).toEqual({ price: '5' });
  });

  it('lets in the pages of configured origins and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization,x-cartograph-guest',
        },
      });
    const studio = await preflight(explorers);
    expect(studio.status).toBe(204);
    expect(studio.headers.get('access-control-allow-origin')).toBe(explorers);
    expect(studio.headers.get('access-control-allow-headers')).toContain('x-cartograph-guest');
    expect(studio.headers.get('access-control-allow-credentials')).toBeNull();
    expect(
      (await preflight('https://studio.apollographql.com.evil.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    const asked = await post('{"query":"{ __typename }"}', { ...json, origin: explorers });
    expect(asked.headers.get('access-control-allow-origin')).toBe(explorers);
    expect(asked.headers.get('access-control-expose-headers')).toContain('x-correlation-id');
  });

  it('answers the preflight for a private network, to the pages of configured origins only', async () => {
    // What Chrome sends before Studio's page may reach a server on this machine.
    const preflight = async (origin: string) => {
      const { headers } = await fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'apollographql-client-name,content-type,x-apollo-operation-name',
          'access-control-request-private-network': 'true',
        },
      });
      return ['access-control-allow-origin', 'access-control-allow-private-network'].map((name) => headers.get(name));
    };
    expect(await preflight(explorers)).toEqual([explorers, 'true']);
    expect(await preflight('https://evil.example')).toEqual([null, null]);
  });

  it('shows the schema and the query plan to developers', async () => {
    const { data } = await gateway.ask('{ __schema { queryType { name } } }');
    expect(data.__schema.queryType.name).toBe('Query');
    const planned = await readAnswer(
      await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...json, 'apollo-query-plan-experimental': '1' },
        body: '{"query":"{ products { id } }"}',
      }),
    );
    expect(planned.text).toContain('__queryPlanExperimental');
  });
});

describe('the door to the graph in production', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ NODE_ENV: 'production' });
  });
  afterAll(() => gateway.stop());

  it('shows neither the schema nor a query plan nor a page', async () => {
    const introspection = await gateway.ask('{ __schema { queryType { name } } }');
    expect(introspection.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await gateway.ask('{ product }')).text).not.toMatch(/did you mean/i);
    expect((await gateway.ask('{ prodcts { id } }')).text).not.toMatch(/did you mean/i);
    const headers = { 'apollo-query-plan-experimental': '1' };
    expect((await gateway.ask('{ products { id } }', { headers })).text).not.toContain('queryPlan');
    for (const path of ['/', '/explorer'])
      expect((await fetch(gateway.url + path, { redirect: 'manual' })).status).toBe(404);
    const page = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).not.toContain('html');
    await page.body?.cancel();
  });

  it('lets in no other origin when none is configured', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: explorers, 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the door to the graph with settings for Studio', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      NODE_ENV: 'production',
      INTROSPECTION: 'staff',
      CORS_ORIGINS: JSON.stringify([explorers]),
      CORS_CREDENTIALS: 'on',
      CORS_HEADERS: '["x-own"]',
    });
  });
  afterAll(() => gateway.stop());

  it('shows the schema to staff and to nobody else, however it is asked for', async () => {
    const tokenOf = async (scope?: string) => ({
      authorization: `Bearer ${await gateway.issuer.sign(scope ? { claims: { scope } } : {})}`,
    });
    const staff = await gateway.ask('{ __schema { queryType { name } } }', { headers: await tokenOf('product:write') });
    expect(staff.data.__schema.queryType.name).toBe('Query');
    for (const headers of [{}, await tokenOf(), await tokenOf('made:up')])
      for (const query of [
        '{ __schema { queryType { name } } }',
        'query { ...F } fragment F on Query { a: __type(name: "Product") { name } }',
      ]) {
        const answer = await gateway.ask(query, { headers });
        expect(answer.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
        expect(answer.data).toBeUndefined();
      }
    expect((await gateway.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('lets its pages send cookies and the headers that are set', async () => {
    const { headers } = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: explorers,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-own',
      },
    });
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-allow-origin')).toBe(explorers);
    expect(headers.get('access-control-allow-headers')).toContain('x-own');
  });
});
