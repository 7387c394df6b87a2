import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { normaliseOperation, parseManifest, parseRecording } from './index.ts';

const recorded = {
  clientName: 'storefront',
  clientVersion: '1.4.0',
  operationName: 'ProductPage',
  type: 'query',
  body: 'query ProductPage { product(slug: "") { title } }',
  count: 3,
  firstSeen: '2026-11-01T00:00:00Z',
  lastSeen: '2026-11-02T00:00:00Z',
};

describe('a manifest of persisted operations', () => {
  it('is read in the format of the manifest generator', () => {
    const operations = [{ id: 'ab12', name: 'Me', type: 'query', body: 'query Me { me { id } }' }];
    const text = JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
    expect(parseManifest(text, 'a.json').operations).toEqual(operations);
  });

  it('of another format is refused with the file and what is wrong', () => {
    expect(() => parseManifest('{"format":"relay"}', 'a.json')).toThrow(/a\.json[\s\S]*format/);
    expect(() => parseManifest('{', 'a.json')).toThrow(/a\.json is not JSON/);
  });
});

describe('recorded operations', () => {
  it('are read as one document', () => {
    const text = JSON.stringify({ version: 1, operations: [recorded] }, null, 2);
    expect(parseRecording(text, 'usage.json')).toEqual([recorded]);
  });

  it('are read as lines, and those of the same client, version and body are added up', () => {
    const later = { ...recorded, count: 4, firstSeen: '2026-10-31T12:00:00Z', lastSeen: '2026-11-03T00:00:00Z' };
    const other = { ...recorded, clientVersion: '2.0.0' };
    const text = `${[recorded, later, other].map((each) => JSON.stringify(each)).join('\n')}\n`;
    expect(parseRecording(text, 'usage.jsonl')).toEqual([
      { ...recorded, count: 7, firstSeen: '2026-10-31T12:00:00Z', lastSeen: '2026-11-03T00:00:00Z' },
      other,
    ]);
  });

  it('name the line that is wrong', () => {
    const text = `${JSON.stringify(recorded)}\n${JSON.stringify({ ...recorded, count: 0 })}`;
    expect(() => parseRecording(text, 'usage.jsonl')).toThrow(/usage\.jsonl, line 2[\s\S]*count/);
    expect(() => parseRecording('\n', 'usage.jsonl')).toThrow('holds no recorded operation');
  });
});

describe('an operation that is written down', () => {
  const document = parse(`
    query Other { me { id } }
    query Search($first: Int = 20) {
      mine: products(query: "ada@example.com", first: $first, onlyActive: true) { nodes { ...Card } }
      cart(filter: { email: "ada@example.com", ids: ["a", "b"], price: 19.99, size: LARGE }) { id }
    }
    fragment Card on Product { title ...Unseen }
    fragment Unseen on Product { id }
    fragment Unused on Product { slug }
  `);

  it('keeps names and shapes, and no value that a client wrote', () => {
    const body = normaliseOperation(document, 'Search') ?? '';
    expect(body).not.toMatch(/ada|mine|19|20|"a"|Other|Unused/);
    expect(body).toContain('products(query: "", first: $first, onlyActive: true)');
    expect(body).toContain('cart(filter: {email: "", ids: [], price: 0, size: LARGE})');
    expect(body).toContain('fragment Unseen on Product');
  });

  it('is the same whatever the values were', () => {
    const of = (slug: string) => normaliseOperation(parse(`{ product(slug: "${slug}") { title } }`));
    expect(of('a')).toBe(of('b'));
    expect(of('a')).not.toBeNull();
  });

  it('is none where the document has no operation of that name', () => {
    expect(normaliseOperation(document, 'Missing')).toBeNull();
    expect(normaliseOperation(document)).toBeNull();
  });
});
