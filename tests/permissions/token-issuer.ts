import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newKeyPair } from '@cartograph/testing';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { GoodToken } from './bad-tokens.ts';

export const audience = 'cartograph-permissions';

/** An OpenID issuer whose keys are ours, so that a test is whoever it likes to be. */
export type TokenIssuer = {
  readonly url: string;
  /** An access token; `key` and `issuedSecondsAgo` make it one that does not hold. */
  sign: (
    claims: Readonly<Record<string, string>>,
    faults?: { key?: JWK; issuedSecondsAgo?: number },
  ) => Promise<string>;
  /** A token that holds, and the key it is signed by. */
  good: (claims: Readonly<Record<string, string>>) => GoodToken;
  stop: () => Promise<void>;
};

export const startTokenIssuer = async (): Promise<TokenIssuer> => {
  const keys = await newKeyPair('permissions');
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keys.publicJwks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sign: async (claims, { key = keys.privateJwk, issuedSecondsAgo = 0 } = {}) => {
      const issuedAt = Math.floor(Date.now() / 1_000) - issuedSecondsAgo;
      return new SignJWT({ ...claims, iss: url, aud: audience })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'permissions' })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 3_600)
        .sign(await importJWK(key, 'EdDSA'));
    },
    good: (claims) => {
      const issuedAt = Math.floor(Date.now() / 1_000);
      return {
        claims: { ...claims, iss: url, aud: audience, iat: issuedAt, exp: issuedAt + 3_600 },
        header: { alg: 'EdDSA', typ: 'at+jwt', kid: 'permissions' },
        privateJwk: keys.privateJwk,
        publicJwk: keys.publicJwks.keys[0] ?? {},
      };
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
