import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AccessUnreadable } from './access-unreadable.ts';
import { readAccess } from './read-access.ts';

const schemaWith = (link: string, field = 'a: Int') => `schema ${link} { query: Query } type Query { ${field} }`;

describe('reading the access rules out of a supergraph', () => {
  it('finds those of the committed one and leaves nothing of them in what is executed', async () => {
    const supergraph = await readFile(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
    const { executableSdl, rules } = readAccess(supergraph);
    expect(rules.types.get('Order')).toEqual([{ kind: 'AUTHENTICATED' }]);
    expect(rules.fields.get('StockLevel.onHand')).toEqual([{ kind: 'SCOPES', anyOf: [['product:read:any']] }]);
    expect(rules.admitting.has('CreateCartPayload.cart')).toBe(true);
    expect(supergraph).toMatch(/@authenticated[\s\S]*@requiresScopes/);
    expect(executableSdl).not.toMatch(
      /@authenticated|@requiresScopes|requiresScopes__Scope|authenticated\/v|requiresScopes\/v/,
    );
  });

  it.each([
    ['another version', '@link(url: "https://specs.apollo.dev/authenticated/v0.2", for: SECURITY)'],
    ['another name', '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "scoped", for: SECURITY)'],
    [
      'an import',
      '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@s" }])',
    ],
  ])('refuses a directive that is linked by %s', (_, link) => {
    expect(() => readAccess(schemaWith(link))).toThrow(AccessUnreadable);
  });

  it('leaves any other link in, so that the executor can refuse what it does not know', () => {
    const policy = '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)';
    expect(readAccess(schemaWith(policy)).executableSdl).toContain('specs.apollo.dev/policy/v0.1');
  });

  it.each(['[]', '[[]]', '"a"', '[[""]]', '[[1]]'])(
    'refuses scopes of %s, which nobody or everybody would have',
    (scopes) => {
      const field = `a: Int @requiresScopes(scopes: ${scopes})`;
      expect(() => readAccess(schemaWith('', field).replace('schema  ', 'schema '))).toThrow(
        /Query\.a names no scopes/,
      );
    },
  );
});
