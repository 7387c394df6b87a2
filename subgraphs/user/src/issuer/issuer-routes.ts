import type { SubgraphOptions, SubgraphRequest } from '@cartograph/subgraph-server';
import { publicJwks, type SigningKeys } from './signing-keys.ts';

type PublicRoutes = NonNullable<SubgraphOptions<SubgraphRequest>['routes']>;

/** Short enough that a new key is known before it signs, long enough that verifiers seldom ask. */
const cacheControl = 'public, max-age=300';

/**
 * What verifiers of our tokens need (OpenID Connect Discovery 1.0, RFC 8414): who issues, and the public keys. There is
 * no authorisation endpoint, as signing in is a mutation of the graph: the lists of response and grant types are empty.
 */
export const issuerRoutes =
  ({ issuer, keys }: { issuer: string; keys: SigningKeys }): PublicRoutes =>
  (app) => {
    const discovery = {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: [],
      grant_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['EdDSA'],
    };
    const jwks = publicJwks(keys);
    app.get('/.well-known/openid-configuration', (_, reply) =>
      reply.header('cache-control', cacheControl).send(discovery),
    );
    app.get('/.well-known/jwks.json', (_, reply) =>
      reply.header('cache-control', cacheControl).type('application/jwk-set+json').send(jwks),
    );
  };
