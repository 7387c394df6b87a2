import { createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { GuestGrant } from './guest-grant.ts';
import { maxTokenLength } from './viewer-token.ts';
import { ViewerRefused } from './viewer-verifier.ts';

/** The request header in which a guest sends the token of a cart or an order. */
export const guestTokenHeader = 'x-cartograph-guest';

const guestToken = { issuer: 'cartograph-order', type: 'cartograph-guest+jwt', algorithm: 'EdDSA' } as const;

/** Signs a token that opens exactly one thing, for `lifetimeSeconds`. */
export const createGuestTokenSigner = ({
  privateJwk,
  lifetimeSeconds,
}: {
  privateJwk: JWK;
  lifetimeSeconds: number;
}) => {
  const key = importJWK(privateJwk, guestToken.algorithm);
  return async ({ id, generation }: GuestGrant): Promise<string> =>
    new SignJWT({ gen: generation })
      .setProtectedHeader({
        alg: guestToken.algorithm,
        typ: guestToken.type,
        ...(privateJwk.kid && { kid: privateJwk.kid }),
      })
      .setIssuer(guestToken.issuer)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(await key);
};

/** Reads what a guest token opens. Throws ViewerRefused for whatever is not a live token; whether it was revoked, it cannot know. */
export const createGuestTokenVerifier = ({ publicJwks }: { publicJwks: JSONWebKeySet }) => {
  const keys = createLocalJWKSet(publicJwks);
  return async (token: string): Promise<GuestGrant> => {
    if (token.length > maxTokenLength) throw new ViewerRefused('oversized guest token');
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [guestToken.algorithm],
        typ: guestToken.type,
        issuer: guestToken.issuer,
        requiredClaims: ['sub', 'exp'],
      });
      if (!payload.sub || payload.sub.length > 64) throw new ViewerRefused('a guest token without a subject');
      return { id: payload.sub, generation: generationIn(payload) };
    } catch (cause) {
      throw new ViewerRefused('not a live guest token', { cause });
    }
  };
};

/** A token from before there were generations is of the first. */
const generationIn = ({ gen = 1 }: JWTPayload): number => {
  if (typeof gen !== 'number' || !Number.isSafeInteger(gen) || gen < 1) throw new ViewerRefused('of no generation');
  return gen;
};
