import { createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK, jwtVerify, SignJWT } from 'jose';
import { maxTokenLength } from './viewer-token.ts';
import { ViewerRefused } from './viewer-verifier.ts';

/** The request header in which a guest sends the token of a cart or an order. */
export const guestTokenHeader = 'x-cartograph-guest';

const guestToken = { issuer: 'cartograph-order', type: 'cartograph-guest+jwt', algorithm: 'EdDSA' } as const;

/** Signs a token that opens exactly one cart or order, for `lifetimeSeconds`. */
export const createGuestTokenSigner = ({
  privateJwk,
  lifetimeSeconds,
}: {
  privateJwk: JWK;
  lifetimeSeconds: number;
}) => {
  const key = importJWK(privateJwk, guestToken.algorithm);
  return async (grantedId: string): Promise<string> =>
    new SignJWT()
      .setProtectedHeader({
        alg: guestToken.algorithm,
        typ: guestToken.type,
        ...(privateJwk.kid && { kid: privateJwk.kid }),
      })
      .setIssuer(guestToken.issuer)
      .setSubject(grantedId)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(await key);
};

/** Reads the id of the cart or order a guest token opens. Throws ViewerRefused for whatever is not a live token. */
export const createGuestTokenVerifier = ({ publicJwks }: { publicJwks: JSONWebKeySet }) => {
  const keys = createLocalJWKSet(publicJwks);
  return async (token: string): Promise<string> => {
    if (token.length > maxTokenLength) throw new ViewerRefused('oversized guest token');
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [guestToken.algorithm],
        typ: guestToken.type,
        issuer: guestToken.issuer,
        requiredClaims: ['sub', 'exp'],
      });
      if (!payload.sub || payload.sub.length > 64) throw new ViewerRefused('a guest token without a subject');
      return payload.sub;
    } catch (cause) {
      throw new ViewerRefused('not a live guest token', { cause });
    }
  };
};
