import { importJWK, type JWK, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Viewer } from './viewer.ts';
import { viewerToken } from './viewer-token.ts';

/** Signs a viewer for one audience (a subgraph's name). */
export type ViewerSigner = (viewer: Viewer, audience: string) => Promise<string>;

/**
 * A signer with the gateway's private Ed25519 key (a JWK with `kid`). Tokens live `lifetimeSeconds` and are reused for
 * half of that, so a busy viewer costs no signature a request.
 */
export const createViewerSigner = ({
  privateJwk,
  lifetimeSeconds = 60,
}: {
  privateJwk: JWK;
  lifetimeSeconds?: number;
}): ViewerSigner => {
  const key = importJWK(privateJwk, viewerToken.algorithm);
  const recent = new LRUCache<string, Promise<string>>({ max: 10_000, ttl: lifetimeSeconds * 500 });
  const sign = async (viewer: Viewer, audience: string) =>
    new SignJWT({ viewer })
      .setProtectedHeader({
        alg: viewerToken.algorithm,
        typ: viewerToken.type,
        ...(privateJwk.kid && { kid: privateJwk.kid }),
      })
      .setIssuer(viewerToken.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(await key);
  return (viewer, audience) => {
    const name = `${audience} ${JSON.stringify(viewer)}`;
    const known = recent.get(name);
    if (known) return known;
    const token = sign(viewer, audience);
    recent.set(name, token);
    return token;
  };
};
