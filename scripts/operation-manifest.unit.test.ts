import { describe, expect, it } from 'vitest';
import { operationManifest } from './operation-manifest.ts';

describe('the manifest of a client', () => {
  it('has its operations in the format of Apollo, by name', () => {
    const manifest = operationManifest({
      b: 'mutation Pay { pay }',
      a: 'query Cart { cart { ...C } } fragment C on Cart { id }',
    });
    expect(JSON.parse(manifest)).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        { id: 'a', name: 'Cart', type: 'query', body: 'query Cart { cart { ...C } } fragment C on Cart { id }' },
        { id: 'b', name: 'Pay', type: 'mutation', body: 'mutation Pay { pay }' },
      ],
    });
    expect(manifest).toBe(
      operationManifest({ a: 'query Cart { cart { ...C } } fragment C on Cart { id }', b: 'mutation Pay { pay }' }),
    );
  });

  it.each(['{ cart { id } }', 'query A { a } query B { b }'])('refuses %s', (body) => {
    expect(() => operationManifest({ a: body })).toThrow('has no name');
  });
});
