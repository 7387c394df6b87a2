import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Viewer, viewerSchema } from './viewer.ts';
import { maxTokenLength, viewerToken } from './viewer-token.ts';

/** Why a token was refused is for our log only: a stranger always hears the same sentence. */
export class ViewerRefused extends Error {
  override readonly name = 'ViewerRefused';
}

export type ViewerVerifier = (token: unknown) => Promise<Viewer>;

/**
 * A verifier of the gateway's tokens for one audience. `publicJwks` may hold several keys, so that keys rotate without
 * a pause. Throws ViewerRefused for whatever is not a live token of the gateway for this audience.
 */
export const createViewerVerifier = ({
  publicJwks,
  audience,
}: {
  publicJwks: JSONWebKeySet;
  audience: string;
}): ViewerVerifier => {
  const keys = createLocalJWKSet(publicJwks);
  const accepted = new LRUCache<string, { viewer: Viewer; expiresAtMs: number }>({ max: 10_000 });
  const verify = async (token: string): Promise<Viewer> => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [viewerToken.algorithm],
      typ: viewerToken.type,
      issuer: viewerToken.issuer,
      audience,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: '2m',
      // Clocks of two machines differ; a token lives a minute, so that with this it can be replayed for two.
      clockTolerance: 60,
    });
    const viewer = viewerSchema.parse(payload.viewer);
    accepted.set(token, { viewer, expiresAtMs: (payload.exp ?? 0) * 1000 });
    return viewer;
  };
  return async (token) => {
    if (typeof token !== 'string' || token === '') throw new ViewerRefused('no token');
    if (token.length > maxTokenLength) throw new ViewerRefused('oversized token');
    const known = accepted.get(token);
    if (known && known.expiresAtMs > Date.now()) return known.viewer;
    try {
      return await verify(token);
    } catch (cause) {
      throw new ViewerRefused('not a live token of the gateway', { cause });
    }
  };
};
