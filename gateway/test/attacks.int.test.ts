import { createHash } from 'node:crypto';
import { viewerHeader } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGatewayConfig } from '../src/config.ts';
import { startMeasuredGateway } from './support/measured-gateway.ts';
import { pause } from './support/moody-subgraph.ts';
import { raw, write } from './support/odd-requests.ts';
import { readAnswer, startTestGateway, type TestGateway } from './support/test-gateway.ts';

const json = { 'content-type': 'application/json' };
const asJson = (query: string, more: object = {}) => JSON.stringify({ query, ...more });
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

/** Everything that was sent, to be sent again to another gateway. */
const attacks: ((url: string) => Promise<unknown>)[] = [];
const attack = <Heard>(send: (url: string) => Promise<Heard>): Promise<Heard> => {
  attacks.push(send);
  return send(gateway.url);
};

const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  attack(async (url) => readAnswer(await fetch(`${url}/graphql`, { method: 'POST', headers, body })));
const endOf = ({ status, errors }: Awaited<ReturnType<typeof post>>) =>
  `${status} ${String(errors?.[0]?.extensions['code'])}`;
const subgraphRequests = () => gateway.product.seen.length + gateway.order.seen.length;

const times60 = (document: number) => times(60, (i) => `a${document}x${i}: products { id }`);
const bomb = (levels: number) =>
  `query { ...f0 } ${times(levels, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)}
   fragment f${levels} on Query { products { id } }`;
const circularIntrospection =
  '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';

describe('a flood', () => {
  it.each([
    ['aliases', asJson(`{ ${times(51, (i) => `a${i}: products { id }`)} }`), '400 ALIAS_LIMIT_EXCEEDED'],
    ['fields', asJson(`{ products { ${times(1_001, (i) => `f${i}`)} } }`), '400 FIELD_LIMIT_EXCEEDED'],
    ['one field over and over', asJson(`{ products { ${times(202, () => 'id')} } }`), '400 REPEAT_LIMIT_EXCEEDED'],
    ['root fields', asJson(`{ ${times(21, (i) => `f${i}`)} }`), '400 ROOT_FIELD_LIMIT_EXCEEDED'],
    [
      'directives',
      asJson(`{ products { id ${times(51, () => '@include(if: true)')} } }`),
      '400 DIRECTIVE_LIMIT_EXCEEDED',
    ],
    ['words', asJson(`{ products { ${times(5_001, () => 'id')} } }`), '400 TOKEN_LIMIT_EXCEEDED'],
    ['levels', asJson(`${'{ a '.repeat(13)}${'}'.repeat(13)}`), '400 DEPTH_LIMIT_EXCEEDED'],
    ['brackets', asJson(`{ a(b: ${'['.repeat(65)}${']'.repeat(65)}) }`), '400 NESTING_LIMIT_EXCEEDED'],
    ['fragments that multiply', asJson(bomb(24)), '400 FIELD_LIMIT_EXCEEDED'],
    ['introspection in circles', asJson(circularIntrospection), '400 GRAPHQL_VALIDATION_FAILED'],
    ['operations', `[${Array.from({ length: 50 }, () => asJson('{ products { id } }')).join(',')}]`, '400 BAD_REQUEST'],
    ['bytes', asJson(`{ __typename } # ${'x'.repeat(300_000)}`), '413 PAYLOAD_TOO_LARGE'],
    [
      'bytes of variables',
      asJson('{ __typename }', { variables: { a: 'x'.repeat(70_000) } }),
      '400 VARIABLES_TOO_LARGE',
    ],
  ])('of %s is refused and asks no subgraph', async (_what, body, end) => {
    const before = subgraphRequests();
    expect(endOf(await post(body))).toBe(end);
    expect(subgraphRequests()).toBe(before);
  });

  it.each([
    ['circular fragments', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a fragment within itself', 'query { ...A } fragment A on Query { __typename ...A }'],
    ['a fragment that nobody uses', '{ __typename } fragment A on Query { __typename }'],
    ['a type that is no input', 'query ($a: Product) { __typename }'],
  ])('is what %s could be: refused by validation', async (_what, query) => {
    expect(endOf(await post(asJson(query)))).toBe('400 GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a malformed request', () => {
  it.each([
    ['null', 'null', json, '400 BAD_REQUEST'],
    ['a number', '1', json, '400 BAD_REQUEST'],
    ['a text', '"{ __typename }"', json, '400 BAD_REQUEST'],
    ['a query that is an object', '{"query":{"a":1}}', json, '400 BAD_REQUEST'],
    ['a query that is a list', '{"query":["{ __typename }"]}', json, '400 BAD_REQUEST'],
    ['variables that are a list', asJson('{ __typename }', { variables: [1] }), json, '400 BAD_REQUEST'],
    ['variables that are a text', asJson('{ __typename }', { variables: 'x' }), json, '400 BAD_REQUEST'],
    ['an operation name that is an object', asJson('{ __typename }', { operationName: {} }), json, '400 BAD_REQUEST'],
    ['extensions that are a list', asJson('{ __typename }', { extensions: [] }), json, '400 BAD_REQUEST'],
    ['half of a body', '{"query":"{ __type', json, '400 BAD_REQUEST'],
    ['a null character', asJson('{ \u0000__typename }'), json, '400 GRAPHQL_PARSE_FAILED'],
    ['half of a surrogate pair', '{"query":"{ \\ud800 }"}', json, '400 GRAPHQL_PARSE_FAILED'],
    [
      'a hash that is none',
      asJson('{ __typename }', { extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } }),
      json,
      '400 BAD_REQUEST',
    ],
  ])('(%s) gets a typed error', async (_what, body, headers, end) => {
    expect(endOf(await post(body, headers))).toBe(end);
  });

  it('in bytes that are no UTF-8 is answered without a crash', async () => {
    const body = new Uint8Array([...Buffer.from('{"query":"{ a'), 0xff, 0xfe, ...Buffer.from(' }"}')]);
    expect(endOf(await post(body))).toBe('400 GRAPHQL_PARSE_FAILED');
  });
});

describe('what is no proper HTTP', () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  const body = asJson('mutation { checkout(ms: 1) { id } }');
  it.each([
    ['nonsense', 'HELLO\r\n\r\n'],
    ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
    ['two lengths', `${head}content-length: 5\r\ncontent-length: 30\r\n\r\n${body}`],
    ['a length and chunks', `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a length that is no number', `${head}content-length: -1\r\n\r\n${body}`],
    ['chunks of no length', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n${body}\r\n`],
    ['a header with a line break in it', `${head}x-a: 1\rx-b: 2\r\ncontent-length: 2\r\n\r\n{}`],
    ['headers without end', `${head}x: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a length that is too short', `${head}content-length: 9\r\n\r\n${body}`],
  ])('is refused by 4xx and its connection closed: %s', async (_, sent) => {
    const before = subgraphRequests();
    const heard = await attack((url) => write(url, sent));
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*"code":"BAD_REQUEST"/);
    expect(subgraphRequests()).toBe(before);
  });
});

describe('names of JavaScript’s own', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    '(%s) are names like any other',
    async (name) => {
      const aliased = await post(asJson(`{ ${name}: products { ${name}: id } }`));
      expect(aliased.errors).toBeUndefined();
      expect(Object.hasOwn(aliased.data, name)).toBe(true);
      expect(aliased.text).toContain(`"${name}":[{"${name}":`);
      expect(endOf(await post(asJson(`{ ${name} }`)))).toBe('400 GRAPHQL_VALIDATION_FAILED');
      expect(endOf(await post(asJson('{ __typename }', { operationName: name })))).toBe(
        '400 OPERATION_RESOLUTION_FAILURE',
      );
      const asVariable = asJson(`query ($${name}: Int!) { slow(ms: $${name}) }`);
      expect(endOf(await post(asVariable))).toBe('400 BAD_USER_INPUT');
      const polluting = await post(
        `{"query":"query ($ms: Int!) { slow(ms: $ms) }","variables":{"ms":1,"${name}":{"polluted":1}}}`,
      );
      // The parser of bodies takes no `__proto__` at all.
      if (name === '__proto__') expect(endOf(polluting)).toBe('400 BAD_REQUEST');
      else expect(polluting.data).toEqual({ slow: 'at last' });
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect((await post(asJson(`query ${name === '__proto__' ? 'A' : name} { __typename }`))).data).toEqual({
        __typename: 'Query',
      });
    },
  );
});

describe('a forged viewer', () => {
  const forged = `eyJhbGciOiJub25lIn0.${Buffer.from('{"userId":"user_root","scopes":["product:read:any"]}').toString('base64url')}.`;
  it.each([
    [{ [viewerHeader]: forged }],
    [{ 'X-Cartograph-Viewer': forged }],
    [{ [viewerHeader]: [forged, forged] }],
    [{ x_cartograph_viewer: forged }],
    [{ connection: `keep-alive, ${viewerHeader}`, [viewerHeader]: forged }],
    [{ 'x-forwarded-for': '127.0.0.1', 'x-user-id': 'user_root' }],
  ])('by headers %j is nobody', async (headers) => {
    const text = await attack((url) => raw(url, headers, asJson('{ whoAmI products { cost } }')));
    expect(text).not.toContain('user_root');
    const { data } = JSON.parse(text) as { data: { whoAmI: string; products: { cost: unknown }[] } };
    expect(JSON.parse(data.whoAmI)).toMatchObject({ userId: null, scopes: [] });
    expect(data.products.map(({ cost }) => cost)).toEqual([null, null]);
    expect(gateway.order.seen.at(-1)?.headers[viewerHeader]).not.toContain(forged);
  });
});

/** What was once wrong in the packages that the gateway stands on, tried by its public door; see also advisories.int.test.ts. */
describe('a published advisory', () => {
  it('GHSA-9q82-xgwf-vj6h, reading across sites by GET with an odd content type: is refused', async () => {
    for (const type of ['text/plain', 'message/application/json', 'multipart/form-data; a=application/json']) {
      const answer = await attack(async (url) =>
        readAnswer(await fetch(`${url}/graphql?query={__typename}`, { headers: { 'content-type': type } })),
      );
      expect(endOf(answer)).toMatch(/^4\d\d BAD_REQUEST$/);
    }
  });

  it('GHSA-2p3c-p3qw-69r4, mutations by a form of another site: is refused', async () => {
    const body = `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${asJson('mutation { checkout(ms: 1) { id } }')}\r\n--x--`;
    const before = subgraphRequests();
    expect(endOf(await post(body, { 'content-type': 'multipart/form-data; boundary=x' }))).toBe('415 BAD_REQUEST');
    expect(subgraphRequests()).toBe(before);
  });

  it('GHSA-8r69-3cvp-wxc3, one cache-control for a batch of answers: no batch is answered', async () => {
    const batch = `[${asJson('{ products { id } }')},${asJson('{ whoAmI }')}]`;
    const answer = await post(batch);
    expect(endOf(answer)).toBe('400 BAD_REQUEST');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('a value that is no token: ends nothing', async () => {
    expect(endOf(await post(asJson('{ __typename }'), { ...json, 'x-cartograph-guest': 'no token' }))).toMatch(
      /^(401|400) /,
    );
    expect((await post(asJson('{ __typename }'))).status).toBe(200);
  });

  it('GHSA-mp6q-xf9x-fwf7, a body in an odd charset: is refused or read as it is', async () => {
    const body = new Uint8Array(Buffer.from(asJson('{ __typename }'), 'utf16le'));
    expect((await post(body, { 'content-type': 'application/json; charset=utf-16' })).status).toBe(400);
  });

  it('GHSA-q2f9-x4p4-7xmh, fragments that multiply while a query is planned: are refused before', async () => {
    const query = `query { ...f0 } ${times(12, (i) => `fragment f${i} on Query { a${i}: __typename ...f${i + 1} b${i}: __typename ...f${i + 1} }`)} fragment f12 on Query { products { id } }`;
    expect(endOf(await post(asJson(query)))).toMatch(/^400 (FIELD|ALIAS)_LIMIT_EXCEEDED$/);
  });

  // For fields that many subgraphs share see packages/execution/test/plans.unit.test.ts (GHSA-fmj9-77q8-g6c4).
  it('GHSA-p2q6-pwh5-m6jr, named fragments that take the planner long: are planned at once or refused', async () => {
    const parts = times(40, (i) => `...f${i}`);
    const query = `query { node(id: "x") { ${parts} } } ${times(40, (i) => `fragment f${i} on Node { id ... on Product { id title } ... on Order { id customer } }`)}`;
    expect(endOf(await post(asJson(query)))).toBe('400 REPEAT_LIMIT_EXCEEDED');
  });

  it('GHSA-mx7m-j9xf-62hw, a field that needs a scope, asked for by its interface or a fragment: stays withheld', async () => {
    for (const query of [
      '{ products { ...C } } fragment C on Product { cost }',
      '{ products { ... on Node { ... on Product { cost } } } }',
    ]) {
      const { data, errors } = await post(asJson(query));
      expect(data.products.map(({ cost }: { cost: unknown }) => cost)).toEqual([null, null]);
      expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
  });

  it('GHSA-j5g3-5c8r-7qfx, a key that is no value of a header: is refused at the start, and never told', () => {
    const read = () => readGatewayConfig({ ...gateway.environment, APOLLO_KEY: 'service:hunter2\u{1f511}' });
    expect(read).toThrow(/APOLLO_KEY: /);
    expect(read).not.toThrow(/hunter2/);
  });

  it('GHSA-9pv7-vfvm-6vr7, fields that validation compares each with every other, in fragments of either kind: are refused before', async () => {
    const inline = times(10, () => `... on Query { products { ${times(25, () => '... { id }')} } }`);
    expect(endOf(await post(asJson(`{ ${inline} }`)))).toBe('400 REPEAT_LIMIT_EXCEEDED');
    const named = times(15, (i) => `fragment F${i} on Product { ${times(20, () => 'id')} }`);
    const query = `{ products { ${times(15, (i) => `...F${i}`)} } } ${named}`;
    expect(endOf(await post(asJson(query)))).toBe('400 REPEAT_LIMIT_EXCEEDED');
  });

  it('GHSA-68jh-rf6x-836f, one nonce for the scripts of every landing page: is another each time', async () => {
    const nonce = () =>
      attack(async (url) => {
        const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
        return /nonce="?(\w{20,})/.exec(await page.text())?.[1];
      });
    const [one, other] = [await nonce(), await nonce()];
    expect(one).toBeDefined();
    expect(other).not.toBe(one);
  });

  it('a query hash that belongs to another text (APQ): is refused', async () => {
    const sha256Hash = createHash('sha256').update('{ products { id } }').digest('hex');
    expect(
      endOf(await post(asJson('{ whoAmI }', { extensions: { persistedQuery: { version: 1, sha256Hash } } }))),
    ).toBe('400 BAD_REQUEST');
  });
});

describe('after all of that', () => {
  it('the gateway lives, and neither it nor another one that hears it again and again keeps anything of it', async () => {
    expect((await post(asJson('{ __typename }'))).data).toEqual({ __typename: 'Query' });
    // In a process of its own, so that nothing but a gateway is in its memory.
    const other = await startMeasuredGateway({ ...gateway.environment, NODE_ENV: 'production' });
    let documents = 0;
    const again = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        for (const send of attacks) await send(other.url);
        // And what no two of are alike.
        const made = Array.from({ length: 25 }, () => {
          documents += 1;
          return asJson(`{ ${times60(documents)} } # ${'x'.repeat(50_000)}`);
        });
        for (const body of made) await fetch(`${other.url}/graphql`, { method: 'POST', headers: json, body });
      }
      // The least of a few readings: what was just heard may still be on its way out.
      const readings = [await other.kept(), await pause(200).then(other.kept), await pause(200).then(other.kept)];
      return readings.reduce((least, one) => (one.heapBytes < least.heapBytes ? one : least));
    };
    // What is compiled and cached along the way is there by then.
    const before = await again(6);
    const after = await again(4);
    await other.stop();
    expect(attacks.length).toBeGreaterThan(80);
    // The documents alone are 5 MB.
    expect(after.heapBytes - before.heapBytes).toBeLessThan(2_500_000);
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 2);
  });
});
