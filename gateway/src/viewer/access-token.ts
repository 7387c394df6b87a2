import { anonymous, scopesInText, scopesOfRoles, type Viewer, viewerSchema } from '@cartograph/viewer';
import { decodeJwt, errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { OpenIdIssuer } from '../config.ts';
import { createIssuerKeys, IssuerUnavailable } from './issuer-keys.ts';

/** Why a token was refused: for our log only. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const algorithms = ['EdDSA', 'RS256', 'ES256'];
/** RFC 9068 says `at+jwt`; Cognito sends no type and others say `JWT`. */
const tokenTypes = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);
const maxTokenLength = 8_192;
/** No longer than this, so that a key an issuer has withdrawn is out of use soon. */
const rememberMs = 5 * 60_000;

/**
 * A verifier of access tokens of any configured issuer, by signature, issuer, audience, type and time. Throws
 * TokenRefused for what is not a live access token for us, IssuerUnavailable when the issuer's keys cannot be had.
 */
export const createAccessTokenVerifier = (issuers: readonly OpenIdIssuer[]): ((token: string) => Promise<Viewer>) => {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, { ...issuer, keys: createIssuerKeys(issuer) }]));
  const accepted = new LRUCache<string, Viewer>({ max: 10_000, ttl: rememberMs });

  return async (token) => {
    const remembered = accepted.get(token);
    if (remembered) return remembered;
    if (token.length > maxTokenLength) throw new TokenRefused('oversized');
    try {
      const issuer = trusted.get(decodeJwt(token).iss ?? '');
      if (!issuer) throw new TokenRefused('of an issuer that is not ours');
      const { payload, protectedHeader } = await jwtVerify(token, await issuer.keys(), {
        algorithms,
        issuer: issuer.issuer,
        requiredClaims: ['exp'],
        clockTolerance: issuer.clockToleranceSeconds,
      });
      requireAccessToken({ payload, header: protectedHeader, audience: issuer.audience });
      const viewer = viewerOf(payload, issuer);
      const leftMs = Math.min((payload.exp ?? 0) * 1_000 - Date.now(), rememberMs);
      if (leftMs > 0) accepted.set(token, viewer, { ttl: leftMs });
      return viewer;
    } catch (error) {
      throw isOurTrouble(error) ? new IssuerUnavailable('the keys cannot be had', { cause: error }) : refused(error);
    }
  };
};

const requireAccessToken = (options: { payload: JWTPayload; header: JWTHeaderParameters; audience: string }): void => {
  const { payload, header, audience } = options;
  if (!tokenTypes.has(header.typ?.toLowerCase())) throw new TokenRefused('of another type');
  // Cognito signs its ID tokens with the same keys: they say who somebody is, not what they may do here.
  if (payload['token_use'] !== undefined && payload['token_use'] !== 'access') throw new TokenRefused('not for access');
  const audiences = payload.aud === undefined ? [payload['client_id']] : [payload.aud].flat();
  if (!audiences.includes(audience)) throw new TokenRefused('for another audience');
};

/** A token without a subject, or whose subject is its client (client credentials), is a machine's. */
const viewerOf = (payload: JWTPayload, { userIdClaim, rolesClaim }: OpenIdIssuer): Viewer => {
  const clientId = payload['client_id'] ?? null;
  const isMachine = payload.sub === undefined || payload.sub === clientId;
  const scopes = new Set(typeof payload['scope'] === 'string' ? scopesInText(payload['scope']) : []);
  for (const scope of isMachine || !rolesClaim ? [] : scopesOfRoles(textsIn(payload[rolesClaim]))) scopes.add(scope);
  const viewer = viewerSchema.safeParse({
    ...anonymous,
    ...(isMachine ? { clientId } : { userId: payload[userIdClaim] }),
    scopes: [...scopes].sort(),
    sessionId: typeof payload['sid'] === 'string' ? payload['sid'] : null,
  });
  if (!viewer.success || (viewer.data.userId ?? viewer.data.clientId) === null) throw new TokenRefused('of nobody');
  return viewer.data;
};

const textsIn = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((text): text is string => typeof text === 'string') : [];

/** jose reports a key set that could not be fetched by a time-out or by its generic error; fetch by a TypeError. */
const isOurTrouble = (error: unknown): boolean =>
  error instanceof IssuerUnavailable ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error instanceof TypeError && error.message === 'fetch failed');

const refused = (error: unknown): TokenRefused =>
  error instanceof TokenRefused ? error : new TokenRefused('not a live token', { cause: error });
