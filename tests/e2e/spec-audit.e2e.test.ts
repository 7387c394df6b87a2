import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Apollo Server answers 200 to these under application/json, which the GraphQL over HTTP draft allows with a "SHOULD". */
const allowedWarnings = 3;

describe('GraphQL over HTTP', () => {
  let supergraph: Supergraph;
  beforeAll(async () => {
    supergraph = await startSupergraph();
  });
  afterAll(async () => supergraph?.stop());

  it('passes every audit of graphql-http without an error, and warns no more than Apollo Server does', async () => {
    const results = await auditServer({ url: `${supergraph.url}/graphql` });
    expect(results.length).toBeGreaterThan(50);
    expect(
      results
        .filter((result) => result.status === 'error')
        .map((result) => `${result.name}: ${'reason' in result ? result.reason : ''}`),
    ).toEqual([]);
    expect(results.filter((result) => result.status === 'warn').length).toBeLessThanOrEqual(allowedWarnings);
  });
});
