import { describe, expect, it } from 'vitest';
import { readGatewayConfig } from './config.ts';

const environment = {
  PORT: '4000',
  VIEWER_PRIVATE_JWK: '{"kty":"OKP","crv":"Ed25519","d":"a","x":"b","kid":"k"}',
  OIDC_ISSUERS: '[{"issuer":"https://issuer.example","audience":"cartograph"}]',
  GUEST_JWKS: '{"keys":[{"kty":"OKP"}]}',
  SUBGRAPH_URLS: '{"order":"http://127.0.0.1:1","product":["http://127.0.0.1:2","http://127.0.0.1:3"]}',
  SUPERGRAPH_PATH: 'supergraph.graphql',
};

describe('the configuration', () => {
  it('takes one address of a subgraph or several', () => {
    expect(readGatewayConfig(environment).SUBGRAPH_URLS).toEqual({
      order: ['http://127.0.0.1:1'],
      product: ['http://127.0.0.1:2', 'http://127.0.0.1:3'],
    });
  });

  it('is that of production unless it says otherwise, and keeps the whole key', () => {
    const config = readGatewayConfig(environment);
    expect(config.NODE_ENV).toBe('production');
    expect(config.VIEWER_PRIVATE_JWK).toEqual(JSON.parse(environment.VIEWER_PRIVATE_JWK));
  });

  it('names every fault at once and no value, as values may be secret', () => {
    const read = () =>
      readGatewayConfig({
        ...environment,
        SUBGRAPH_URLS: '{"order":[]}',
        VIEWER_PRIVATE_JWK: '{"kty":"RSA","d":"secret"}',
        MEDIA_ORIGIN: 'ftp://x',
      });
    expect(read).toThrow(/VIEWER_PRIVATE_JWK[\s\S]*SUBGRAPH_URLS[\s\S]*MEDIA_ORIGIN/);
    expect(read).not.toThrow(/secret/);
  });

  it('takes no safelist without a list', () => {
    const read = (settings: Record<string, string>) => () => readGatewayConfig({ ...environment, ...settings });
    for (const SAFELIST_MODE of ['report', 'enforce']) {
      expect(read({ SAFELIST_MODE })).toThrow('PERSISTED_OPERATIONS_PATHS: is not set');
      expect(read({ SAFELIST_MODE, PERSISTED_OPERATIONS_PATHS: '[]' })).toThrow('names no manifest');
      expect(read({ SAFELIST_MODE, PERSISTED_OPERATIONS_PATHS: '["a.json"]' })).not.toThrow();
    }
    expect(read({ SAFELIST_MODE: 'strict' })).toThrow('SAFELIST_MODE');
  });

  it('names what Studio needs, and never a secret', () => {
    const { SUPERGRAPH_PATH: _, ...rest } = environment;
    const read = (settings: Record<string, string>) => () => readGatewayConfig({ ...rest, ...settings });
    expect(read({})).toThrow('SUPERGRAPH_PATH: is not set');
    expect(read({ SUPERGRAPH_SOURCE: 'uplink' })).toThrow(/APOLLO_KEY: is not set[\s\S]*APOLLO_GRAPH_REF: is not set/);
    const graph = { SUPERGRAPH_SOURCE: 'uplink', APOLLO_KEY: 'hunter2', APOLLO_GRAPH_REF: 'cartograph@production' };
    expect(read(graph)().APOLLO_KEY).toBe('hunter2');
    expect(read({ ...graph, APOLLO_GRAPH_REF: 'hunter2' })).toThrow('APOLLO_GRAPH_REF: is not GRAPH@VARIANT');
    const reporting = { STUDIO_USAGE_REPORTING: 'on', SUPERGRAPH_PATH: 'a', APOLLO_GRAPH_REF: 'cartograph@production' };
    expect(read(reporting)).toThrow('APOLLO_KEY: is not set');
  });
});
