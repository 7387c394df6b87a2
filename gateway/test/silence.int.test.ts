import dns from 'node:dns';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestGateway } from './support/test-gateway.ts';

describe('the gateway', () => {
  afterEach(() => vi.restoreAllMocks());

  it('sends nothing to anybody on the internet, not even when it ends', async () => {
    const lookups = vi.spyOn(dns, 'lookup');
    const gateway = await startTestGateway({ NODE_ENV: 'production' });
    await gateway.ask('{ products { title } }', {
      headers: { authorization: `Bearer ${await gateway.issuer.sign()}` },
    });
    await gateway.stop();
    expect(lookups.mock.calls.length).toBeGreaterThan(0);
    expect([...new Set(lookups.mock.calls.map(([name]) => name))]).toEqual(['127.0.0.1']);
  });
});
