import { newKeyPair } from '@cartograph/testing';
import fastify from 'fastify';
import { importJWK, type JSONWebKeySet, type JWK, type JWTPayload, SignJWT } from 'jose';

export type TestIssuer = {
  url: string;
  /** A good access token of user_alice, but for what is given otherwise. */
  sign: (changes?: {
    claims?: JWTPayload;
    header?: Record<string, string>;
    expires?: string | number | null;
    key?: JWK;
  }) => Promise<string>;
  /** The key it began with. */
  firstKey: JWK;
  /** Signs by that key from now on; the ones before stay published. */
  rotate: (next: { privateJwk: JWK; publicJwks: JSONWebKeySet }) => void;
  /** How often its keys were fetched. */
  keyFetches: () => number;
  stop: () => Promise<void>;
};

/** A real OpenID issuer: discovery document, key set, and tokens signed with its key. */
export const startTestIssuer = async (): Promise<TestIssuer> => {
  const keys = await newKeyPair('issuer');
  const app = fastify({ forceCloseConnections: true });
  let keyFetches = 0;
  let current = keys.privateJwk;
  let published = keys.publicJwks;
  let url = '';
  app.get('/.well-known/openid-configuration', async () => ({ issuer: url, jwks_uri: `${url}/keys` }));
  app.get('/keys', async () => {
    keyFetches += 1;
    return published;
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    keyFetches: () => keyFetches,
    firstKey: keys.privateJwk,
    rotate: (next) => {
      current = next.privateJwk;
      published = { keys: [...published.keys, ...next.publicJwks.keys] };
    },
    stop: () => app.close(),
    sign: async ({ claims, header, expires = '5m', key = current } = {}) => {
      const token = new SignJWT({ iss: url, aud: 'cartograph', sub: 'user_alice', ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: key.kid ?? 'issuer', typ: 'at+jwt', ...header })
        .setIssuedAt();
      if (expires !== null) token.setExpirationTime(expires);
      return token.sign(await importJWK(key, 'EdDSA'));
    },
  };
};
