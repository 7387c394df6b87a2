import type { Viewer } from '@cartograph/viewer';
import { createViewerSigner, viewerHeader } from '@cartograph/viewer';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** An Ed25519 key pair as JWKs, for tests that play the gateway or an issuer. */
export const newKeyPair = async (kid = 'test'): Promise<{ privateJwk: JWK; publicJwks: JSONWebKeySet }> => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'EdDSA', use: 'sig' };
  return {
    privateJwk: { ...(await exportJWK(pair.privateKey)), kid, alg: 'EdDSA' },
    publicJwks: { keys: [publicJwk] },
  };
};

/** A client that speaks to one subgraph as the gateway does: any viewer, signed with the given key. */
export const gatewayClient = ({ url, audience, privateJwk }: { url: string; audience: string; privateJwk: JWK }) => {
  const sign = createViewerSigner({ privateJwk });
  return async (viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [viewerHeader]: await sign(viewer, audience) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphAnswer;
  };
};

/** A GraphQL answer as tests look at it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for; the graph's types are not known here
export type GraphAnswer<Data = any> = {
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; correlationId?: string } }[];
};
