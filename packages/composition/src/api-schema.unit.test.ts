import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchemaOf } from './api-schema.ts';
import { composeSupergraph } from './compose-supergraph.ts';

const composed = composeSupergraph([
  {
    name: 'product',
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@inaccessible"])
      type Query { product(id: ID!): Product }
      "What is sold."
      type Product @key(fields: "id") { id: ID! margin: Int @inaccessible title: String! @deprecated(reason: "Ask for name.") }`,
  },
]);
const sdl = composed.ok ? apiSchemaOf(composed.supergraphSdl) : '';

describe('what clients see of a supergraph', () => {
  it('has descriptions and deprecations, and nothing of what is inaccessible or federation', () => {
    const schema = buildSchema(sdl);
    expect(Object.keys(schema.getTypeMap()).filter((name) => /^(join|link|_)/.test(name.replace(/^__.*/, '')))).toEqual(
      [],
    );
    expect(schema.getType('Product')?.description).toBe('What is sold.');
    expect(sdl).toContain('title: String! @deprecated(reason: "Ask for name.")');
    expect(sdl).not.toContain('margin');
  });
});
