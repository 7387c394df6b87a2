import { newId } from '@cartograph/ids';
import { newKeyPair } from '@cartograph/testing';
import { guestTokenHeader } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { startTestIssuer } from './support/test-issuer.ts';
import { guestAccess, ids } from './support/test-shop.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the viewer', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());
  const viewerSeen = async (headers: Record<string, string>): Promise<unknown> =>
    JSON.parse((await gateway.ask('{ whoAmI }', { headers })).data.whoAmI);
  const expectRefused = async (headers: Record<string, string>) => {
    const asked = gateway.order.seen.length;
    const { status, data, errors } = await gateway.ask('{ whoAmI }', { headers });
    expect({ status, data, code: errors?.[0]?.extensions['code'] }).toEqual({
      status: 401,
      data: undefined,
      code: 'UNAUTHENTICATED',
    });
    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code']);
    expect(gateway.order.seen.length).toBe(asked);
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('is nobody in particular without a token', async () => {
    expect(await viewerSeen({})).toEqual({ userId: null, clientId: null, scopes: [], grants: [], sessionId: null });
  });

  it('is the subject of a live access token, with those of its scopes that mean something here', async () => {
    const token = await gateway.issuer.sign({ claims: { scope: 'openid product:write order:read:any' } });
    expect(await viewerSeen(bearer(token))).toMatchObject({
      userId: 'user_alice',
      scopes: ['order:read:any', 'product:write'],
    });
    expect(await viewerSeen({ authorization: `bearer ${token}` })).toMatchObject({ userId: 'user_alice' });
  });

  it('is a machine when the token has no subject of its own', async () => {
    const token = await gateway.issuer.sign({ claims: { sub: 'importer', client_id: 'importer' } });
    expect(await viewerSeen(bearer(token))).toMatchObject({ userId: null, clientId: 'importer' });
  });

  it('is believed in the shape of a Cognito access token: no type, no audience, client_id instead', async () => {
    const claims = { aud: undefined as never, client_id: 'cartograph', token_use: 'access', scope: 'openid' };
    const token = await gateway.issuer.sign({ claims, header: { typ: undefined as never } });
    expect(await viewerSeen(bearer(token))).toMatchObject({ userId: 'user_alice', scopes: [] });
  });

  it('is refused, never overlooked, when the token is not a live access token for this graph', async () => {
    const sign = gateway.issuer.sign;
    const stranger = await newKeyPair('issuer');
    const otherIssuer = await startTestIssuer();
    const good = await sign();
    const [head = '', body = '', signature = ''] = good.split('.');
    const altered = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const tokens = {
      expired: await sign({ expires: '-1m' }),
      'without an end': await sign({ expires: null }),
      'not yet valid': await sign({ claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }),
      'of another key': await sign({ key: stranger.privateJwk }),
      'of another issuer': await otherIssuer.sign(),
      'for another audience': await sign({ claims: { aud: 'elsewhere' } }),
      'for another audience, of our client': await sign({ claims: { aud: 'elsewhere', client_id: 'cartograph' } }),
      'an ID token': await sign({ claims: { token_use: 'id' } }),
      'of another type': await sign({ header: { typ: 'logout+jwt' } }),
      'of nobody': await sign({ claims: { sub: undefined as never } }),
      'with an endless subject': await sign({ claims: { sub: 'x'.repeat(65) } }),
      unsigned: `${encode({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      'signed by the public key as a secret': `${encode({ alg: 'HS256', typ: 'at+jwt' })}.${body}.${signature}`,
      altered: [head, encode({ ...altered, sub: 'user_mallory' }), signature].join('.'),
      oversized: await sign({ claims: { padding: 'x'.repeat(9_000) } }),
      garbage: 'not a token',
      'three dots': '...',
      'numbers for JSON': 'MQ.MQ.MQ',
      empty: '',
    };
    expect(await viewerSeen(bearer(good))).toMatchObject({ userId: 'user_alice' });
    for (const [name, token] of Object.entries(tokens)) {
      await expectRefused(bearer(token)).catch((error: unknown) => {
        throw new Error(`a token ${name} was not refused`, { cause: error });
      });
    }
    await expectRefused({ authorization: 'Basic YTpi' });
    await otherIssuer.stop();
  });

  it('is told how to sign in again, and the log alone hears why', async () => {
    const { headers } = await gateway.ask('{ whoAmI }', {
      headers: bearer(await gateway.issuer.sign({ claims: { aud: 'elsewhere' } })),
    });
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    const line = gateway.logged.find(
      ({ msg, correlationId }) => msg === 'refused' && correlationId === headers.get('x-correlation-id'),
    );
    expect(line).toMatchObject({ reason: 'for another audience' });
  });

  it('costs the issuer one look at its keys, not one a request', async () => {
    const before = gateway.issuer.keyFetches();
    await Promise.all(
      Array.from({ length: 20 }, async () =>
        gateway.ask('{ whoAmI }', { headers: bearer(await gateway.issuer.sign()) }),
      ),
    );
    expect(before).toBeGreaterThan(0);
    expect(gateway.issuer.keyFetches()).toBe(before);
  });

  it('is granted exactly what its guest tokens open, also beside an access token', async () => {
    const guestToken = await gateway.signGuestToken(ids.order);
    expect(await viewerSeen({ [guestTokenHeader]: guestToken })).toMatchObject({ userId: null, grants: [ids.order] });
    const two = `${guestToken}, ${await gateway.signGuestToken('cart_1')}`;
    expect(await viewerSeen({ [guestTokenHeader]: two, ...bearer(await gateway.issuer.sign()) })).toMatchObject({
      userId: 'user_alice',
      grants: [ids.order, 'cart_1'],
    });
  });

  it('is refused when a guest token does not hold', async () => {
    const guestToken = await gateway.signGuestToken(ids.order);
    await expectRefused({ [guestTokenHeader]: `${guestToken}x` });
    await expectRefused({ [guestTokenHeader]: '' });
    await expectRefused({ [guestTokenHeader]: Array.from({ length: 5 }, () => guestToken).join(',') });
    await expectRefused({ [guestTokenHeader]: guestToken, ...bearer('x.y.z') });
    await expectRefused(bearer(guestToken));
  });
});

describe('a guest token that was revoked', () => {
  let gateway: TestGateway;
  const settings = { GUEST_REVOCATIONS_REFRESH_MS: '1', GUEST_REVOCATIONS_MAX_AGE_MS: '1500' };
  beforeAll(async () => {
    gateway = await startTestGateway(settings);
  });
  afterAll(async () => {
    guestAccess.revoked.clear();
    await gateway.stop();
  });
  const askWith = (...tokens: string[]) =>
    gateway.ask('{ whoAmI }', { headers: { [guestTokenHeader]: tokens.join(',') } });

  it('is refused as one that has expired, beside whatever else holds; a later one opens the thing again', async () => {
    const id = newId('order');
    const [first, second, other] = await Promise.all([
      gateway.signGuestToken(id),
      gateway.signGuestToken(id, 2),
      gateway.signGuestToken(ids.order),
    ]);
    expect((await askWith(first)).status).toBe(200);
    guestAccess.revoked.set(id, 2);
    const [revoked, broken] = [await askWith(other, first), await askWith(`${first}x`)];
    expect(revoked.status).toBe(401);
    expect(revoked.text).toBe(broken.text);
    const again = await askWith(second, other);
    expect(JSON.parse(again.data.whoAmI)).toMatchObject({ grants: [id, ids.order], grantGenerations: { [id]: 2 } });
  });

  it('is found on the second page of the list, too', async () => {
    const last = 'order_7zzzzzzzzzzzzzzzzzzzzzzzzz';
    for (let count = 0; count < 1_000; count += 1) guestAccess.revoked.set(newId('cart'), 2);
    guestAccess.revoked.set(last, 2);
    const asked = guestAccess.asked;
    expect((await askWith(await gateway.signGuestToken(last))).status).toBe(401);
    expect(guestAccess.asked).toBe(asked + 2);
  });

  it('costs the order subgraph one question for all who come within the time, and none when nobody comes', async () => {
    const calm = await startTestGateway();
    const token = await calm.signGuestToken(ids.order);
    const asked = guestAccess.asked;
    await calm.ask('{ whoAmI }');
    expect(guestAccess.asked).toBe(asked);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => calm.ask('{ whoAmI }', { headers: { [guestTokenHeader]: token } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    guestAccess.revoked.delete('order_7zzzzzzzzzzzzzzzzzzzzzzzzz');
    // 1000 are on the list: a full page, and an empty one after it.
    expect(guestAccess.asked - asked).toBeLessThanOrEqual(2);
    await calm.stop();
  });

  it('cannot be told when the list is not to be had: believed no longer than the setting, and goods stay on sale', async () => {
    const token = await gateway.signGuestToken(ids.order);
    const query = `{ products { id } order(id: "${ids.order}") { id } }`;
    const ask = () => gateway.ask(query, { headers: { [guestTokenHeader]: token } });
    expect((await ask()).data).toMatchObject({ order: { id: ids.order } });
    await gateway.order.stop();
    await until(
      async () => gateway.logged.some(({ msg }) => msg.startsWith('the list of revoked')) || !(await ask()),
      'a miss',
    );
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const late = await ask();
    expect(late.data).toEqual({ products: [{ id: ids.chair }, { id: ids.table }], order: null });
    expect(late.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(late.text).not.toContain('127.0.0.1');
  });
});

describe('an issuer that cannot be reached', () => {
  it('is our trouble, not the token holder’s: 503, and nobody is answered as anonymous', async () => {
    const gone = await startTestIssuer();
    const gateway = await startTestGateway({
      OIDC_ISSUERS: JSON.stringify([{ issuer: gone.url, audience: 'cartograph' }]),
    });
    const token = await gone.sign();
    await gone.stop();
    const { status, errors, headers, text } = await gateway.ask('{ whoAmI }', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(503);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      correlationId: headers.get('x-correlation-id'),
    });
    expect(text).not.toContain('127.0.0.1');
    expect((await gateway.ask('{ whoAmI }')).status).toBe(200);
    await gateway.stop();
  });
});
