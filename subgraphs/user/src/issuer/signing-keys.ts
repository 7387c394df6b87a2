import type { JWK } from 'jose';
import { z } from 'zod';

/** A private Ed25519 key (RFC 8037) with the id by which verifiers find its public half. */
const signingKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1).max(64),
  x: z.string().min(1),
  d: z.string().min(1),
});

/** The private keys of the issuer: the first signs, the others are only published, so that keys rotate without a pause. */
export const signingKeys = z.object({ keys: z.tuple([signingKey], signingKey) });
export type SigningKeys = z.output<typeof signingKeys>;

/** What verifiers may see. Named member by member: a private member can't slip through. */
export const publicJwks = ({ keys }: SigningKeys): { keys: JWK[] } => ({
  keys: keys.map(({ kty, crv, kid, x }) => ({ kty, crv, kid, x, alg: 'EdDSA', use: 'sig' })),
});
