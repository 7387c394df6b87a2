import { describe, expect, it } from 'vitest';
import { composeVariant, type VariantResult, variants } from './index.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@tag", "@shareable"])';

const product = `${link}
  interface Node { id: ID! }
  type Product implements Node @key(fields: "id") {
    id: ID!
    title: String!
    stock: Stock @tag(name: "admin")
    margin: Margin @tag(name: "internal")
  }
  type Stock { onHand: Int! }
  type Margin { percent: Int! }
  type Query { product(id: ID!): Product }`;

const compose = (name: string, ...sdls: string[]): VariantResult => {
  const variant = variants.find((each) => each.name === name);
  if (variant === undefined) throw new Error(`no variant ${name}`);
  return composeVariant(
    sdls.map((sdl, index) => ({ name: `s${index}`, sdl })),
    variant,
  );
};

const composed = (name: string, ...sdls: string[]) => {
  const result = compose(name, ...sdls);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
};

describe('a variant of the graph', () => {
  it('is the graph without what carries its tags, and without the types that only that led to', () => {
    const { apiSdl } = composed('public', product);
    expect(apiSdl).toContain('title: String!');
    expect(apiSdl).not.toMatch(/stock|Stock|margin|Margin/);
  });

  it('for staff keeps what the public one hides, and hides what is internal', () => {
    const { apiSdl } = composed('admin', product);
    expect(apiSdl).toMatch(/stock: Stock[\s\S]*type Stock/);
    expect(apiSdl).not.toMatch(/margin|Margin/);
  });

  it('is served from the whole supergraph, where the rest cannot be asked for', () => {
    const { supergraphSdl } = composed('public', product);
    expect(supergraphSdl).toMatch(/stock: Stock @federation__inaccessible/);
    expect(supergraphSdl).toMatch(/type Stock\s+@join__type\(graph: S0\)\s+@federation__inaccessible/);
    expect(supergraphSdl).toMatch(/node\([^)]*\): Node @join__field\(graph: NODE\)/);
  });

  it('hides a whole type by the tag on the type, in every subgraph', () => {
    const other = `${link}\ntype Margin @key(fields: "percent") @tag(name: "internal") { percent: Int! grade: String }`;
    const { apiSdl } = composed('admin', product.replace('type Margin', 'type Margin @key(fields: "percent")'), other);
    expect(apiSdl).not.toContain('Margin');
  });

  it('is refused where something public needs what is hidden', () => {
    const needy = product
      .replace('type Stock {', 'type Stock @tag(name: "internal") {')
      .replace(' @tag(name: "admin")', '');
    const result = compose('public', needy);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Product.stock'),
    ]);
  });
});
