import { scopesOfRoles } from '@cartograph/viewer';
import { importJWK, SignJWT } from 'jose';
import type { AccessTokens } from '../use-cases/identity-ports.ts';
import type { SigningKeys } from './signing-keys.ts';

export type IssuerOptions = {
  /** The issuer's URL without a trailing slash. */
  issuer: string;
  audience: string;
  keys: SigningKeys;
  lifetimeSeconds: number;
  clock: () => Date;
};

/** The one client that users sign in by: the mutation itself. RFC 9068, section 2.2, asks for the claim. */
const clientId = 'cartograph';

/** Access tokens as RFC 9068 has them: signed JWTs of type at+jwt, without any personal data but the user's id. */
export const accessTokens = ({ issuer, audience, keys, lifetimeSeconds, clock }: IssuerOptions): AccessTokens => {
  const [first] = keys.keys;
  const key = importJWK(first, 'EdDSA');
  return {
    issue: async ({ id, roles }, sessionId) => {
      const issuedAt = Math.floor(clock().getTime() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const claims = { client_id: clientId, scope: scopesOfRoles(roles).join(' '), roles, sid: sessionId };
      const accessToken = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: first.kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .setJti(crypto.randomUUID())
        .sign(await key);
      return { accessToken, expiresAt: new Date(expiresAt * 1000) };
    },
  };
};
