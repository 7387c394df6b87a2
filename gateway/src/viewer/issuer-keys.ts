import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { OpenIdIssuer } from '../config.ts';

/** The issuer's keys cannot be had just now: our trouble, not the token's. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

const timeoutMs = 5_000;
const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The keys of an issuer, fetched when the first token needs them, kept, and fetched again (once in two seconds at most) when
 * a token names a key that is not among them, so that keys rotate without a restart. Throws IssuerUnavailable.
 */
export const createIssuerKeys = ({ issuer, jwksUrl }: OpenIdIssuer): (() => Promise<JWTVerifyGetKey>) => {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return () => {
    found ??= findKeys({ issuer, jwksUrl }).catch((error: unknown) => {
      // The next token asks again: an issuer that was down at our start is not down for ever.
      found = undefined;
      throw error;
    });
    return found;
  };
};

const findKeys = async ({ issuer, jwksUrl }: { issuer: string; jwksUrl: string | undefined }) =>
  createRemoteJWKSet(new URL(jwksUrl ?? (await discoverKeys(issuer))), {
    timeoutDuration: timeoutMs,
    cooldownDuration: 2_000,
    cacheMaxAge: 10 * 60_000,
  });

/** OpenID Connect Discovery 1.0, section 4: the document's issuer must be the one that was asked. */
const discoverKeys = async (issuer: string): Promise<string> => {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`the discovery document answered ${response.status}`);
    const document = discoveryDocument.parse(await response.json());
    if (document.issuer !== issuer) throw new Error('the discovery document is of another issuer');
    return document.jwks_uri;
  } catch (cause) {
    throw new IssuerUnavailable('the issuer cannot be asked for its keys', { cause });
  }
};
