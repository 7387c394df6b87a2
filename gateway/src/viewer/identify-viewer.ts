import {
  anonymous,
  createGuestTokenVerifier,
  type GuestGrant,
  guestTokenHeader,
  type Viewer,
  ViewerRefused,
} from '@cartograph/viewer';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { createAccessTokenVerifier, TokenRefused } from './access-token.ts';
import type { GuestRevocations } from './guest-revocations.ts';
import { credentialUnchecked, refuseCredential } from './refuse-credential.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** As many as a viewer has room for. */
const maxGuestTokens = 4;

/**
 * Finds out who asks: `Authorization: Bearer` for the signed-in and for machines, and the guest token header for the one
 * cart or order (or up to four, comma-separated) a token opens. No credential is nobody in particular; a credential that
 * does not hold refuses the whole request with UNAUTHENTICATED.
 */
export const createViewerIdentification = (
  { OIDC_ISSUERS, GUEST_JWKS }: Pick<GatewayConfig, 'OIDC_ISSUERS' | 'GUEST_JWKS'>,
  revocations: GuestRevocations,
) => {
  const verifyAccessToken = createAccessTokenVerifier(OIDC_ISSUERS);
  const verifyGuestToken = createGuestTokenVerifier({ publicJwks: GUEST_JWKS });
  return async (headers: Headers): Promise<Identified> => {
    try {
      const bearer = headers['authorization'];
      const viewer = bearer === undefined ? anonymous : await verifyAccessToken(bearerTokenOf(bearer));
      const guestTokens = guestTokensOf(headers[guestTokenHeader]);
      if (guestTokens.length === 0) return { viewer, areGrantsChecked: true };
      const grants = await Promise.all(guestTokens.map(verifyGuestToken));
      const areGrantsChecked = await revocations.refuseRevoked(grants);
      return { viewer: withGrants(viewer, grants), areGrantsChecked };
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof ViewerRefused) throw refuseCredential(error);
      throw credentialUnchecked(error);
    }
  };
};

export type Identified = Pick<GatewayContext, 'viewer' | 'areGrantsChecked'>;

const withGrants = (viewer: Viewer, grants: readonly GuestGrant[]): Viewer => {
  const later = grants.filter(({ generation }) => generation > 1);
  return {
    ...viewer,
    grants: grants.map(({ id }) => id),
    ...(later.length > 0 && {
      grantGenerations: Object.fromEntries(later.map(({ id, generation }) => [id, generation])),
    }),
  };
};

const bearerTokenOf = (header: string | string[]): string => {
  const token = typeof header === 'string' ? /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header)?.[1] : undefined;
  if (!token) throw new TokenRefused('not a bearer token');
  return token;
};

const guestTokensOf = (header: string | string[] | undefined): string[] => {
  if (header === undefined) return [];
  const tokens = [header]
    .flat()
    .join(',')
    .split(',')
    .map((token) => token.trim());
  if (tokens.length > maxGuestTokens) throw new TokenRefused('too many guest tokens');
  return tokens;
};
