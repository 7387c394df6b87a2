import { scopesByMachine } from '@cartograph/viewer';
import { importJWK, SignJWT } from 'jose';
import type { IssuerOptions } from './access-tokens.ts';

const machine = 'data-export';
const lifetimeSeconds = 300;

/**
 * The token by which this subgraph asks the graph for the parts of an export: as the issuer it is, it signs for its own
 * machine, with `sub` = `client_id` (RFC 9068, section 2.2) and that machine's scopes alone.
 */
export const machineToken = ({ issuer, audience, keys, clock }: Omit<IssuerOptions, 'lifetimeSeconds'>) => {
  const [first] = keys.keys;
  const key = importJWK(first, 'EdDSA');
  return async (): Promise<string> => {
    const issuedAt = Math.floor(clock().getTime() / 1000);
    return new SignJWT({ client_id: machine, scope: scopesByMachine[machine].join(' ') })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: first.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(machine)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .setJti(crypto.randomUUID())
      .sign(await key);
  };
};
