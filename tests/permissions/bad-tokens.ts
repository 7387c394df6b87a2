import { newKeyPair } from '@cartograph/testing';
import { importJWK, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** A token that holds: what it says, under which header, signed by which key. */
export type GoodToken = {
  readonly claims: JWTPayload;
  readonly header: JWTHeaderParameters;
  readonly privateJwk: JWK;
  /** What verifiers know of the key. */
  readonly publicJwk: JWK;
};

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Signs it with these changes; an undefined claim is left out. */
export const signed = async (
  { claims, header, privateJwk }: GoodToken,
  changes: { claims?: Readonly<Record<string, unknown>>; typ?: string; key?: JWK } = {},
): Promise<string> =>
  new SignJWT({ ...claims, ...changes.claims })
    .setProtectedHeader({ ...header, ...(changes.typ && { typ: changes.typ }) })
    .sign(await importJWK(changes.key ?? privateJwk, 'EdDSA'));

/** Every kind of token that does not hold, made from one that does. */
export const badTokens = async (good: GoodToken): Promise<Readonly<Record<string, string>>> => {
  const { claims, header, publicJwk } = good;
  const now = Math.floor(Date.now() / 1_000);
  const stranger = await newKeyPair(header.kid ?? '');
  const [head = '', body = '', signature = ''] = (await signed(good)).split('.');
  const byPublicKey = new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' });
  return {
    'alg none': `${encode({ ...header, alg: 'none' })}.${body}.`,
    'alg None, with the signature': `${encode({ ...header, alg: 'None' })}.${body}.${signature}`,
    'the public key as a secret': await byPublicKey.sign(new TextEncoder().encode(JSON.stringify(publicJwk))),
    'another key': await signed(good, { key: stranger.privateJwk }),
    'another audience': await signed(good, { claims: { aud: 'elsewhere' } }),
    'another issuer': await signed(good, { claims: { iss: 'https://elsewhere.example' } }),
    'another type': await signed(good, { typ: 'logout+jwt' }),
    expired: await signed(good, { claims: { iat: now - 86_400, exp: now - 3_600 } }),
    'without an end': await signed(good, { claims: { exp: undefined } }),
    'not yet valid': await signed(good, { claims: { nbf: now + 600 } }),
    altered: `${head}.${encode({ ...claims, sub: 'user_mallory' })}.${signature}`,
    'cut off': `${head}.${body}.${signature.slice(0, -4)}`,
    oversized: await signed(good, { claims: { padding: 'x'.repeat(9_000) } }),
    garbage: 'garbage',
  };
};
