import { anonymous } from '@cartograph/viewer';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

describe('the OpenID issuer', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  beforeAll(async () => {
    user = await startUserForTests();
  });
  afterAll(() => user.stop());

  it('is found by discovery, and its published keys verify the tokens it hands out', async () => {
    const discovery = await fetch(`${user.issuer}/.well-known/openid-configuration`);
    expect(discovery.headers.get('cache-control')).toBe('public, max-age=300');
    const { issuer, jwks_uri: jwksUri } = (await discovery.json()) as { issuer: string; jwks_uri: string };
    expect(issuer).toBe(user.issuer);

    const input = { email: 'token@example.com', password: 'a long enough phrase', name: 'Token' };
    const {
      accessToken,
      expiresAt,
      user: account,
    } = (await user.ask(anonymous, registerOperation, { input })).data.register;
    const { payload } = await jwtVerify(accessToken, createRemoteJWKSet(new URL(jwksUri)), {
      issuer,
      audience: 'cartograph',
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
    });
    expect(payload).toMatchObject({ sub: account.id, scope: '', roles: [] });
    expect(payload.sid).toMatch(/^session_/);
    expect(payload.jti).toBeTypeOf('string');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(new Date(expiresAt).getTime()).toBe((payload.exp ?? 0) * 1000);
    expect(decodeProtectedHeader(accessToken)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: 'issuer-1' });
    expect(JSON.stringify(payload)).not.toContain('token@example.com');
  });

  it('publishes the public half of its keys and nothing else', async () => {
    const response = await fetch(`${user.issuer}/.well-known/jwks.json`);
    const jwks = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(response.headers.get('content-type')).toContain('application/jwk-set+json');
    expect(jwks).toEqual(user.publicKeys);
    for (const key of jwks.keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('is alive and ready without any credentials', async () => {
    for (const path of ['/health', '/ready']) expect((await fetch(`${user.url}${path}`)).status).toBe(200);
  });
});
