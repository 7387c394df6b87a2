import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { buildSchema, type GraphQLSchema, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogueSchema } from './catalogue-schema.ts';
import { openCatalogueView, type ViewOperation } from './catalogue-view.ts';

const publicSchema = buildSchema(readFileSync(join(import.meta.dirname, '../../variants/public.api.graphql'), 'utf8'), {
  assumeValid: true,
});

/** `Type.field: type` of all that the schema's objects have. */
const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${String(field.type)}`),
    );

/** What the view asks of the graph for a path. */
const askedFor = async (path: string): Promise<ViewOperation[]> => {
  const asked: ViewOperation[] = [];
  const view = await openCatalogueView();
  await view.answer(path, async (operation) => {
    asked.push(operation);
    return { data: { products: { nodes: [] }, product: null } };
  });
  return asked;
};

describe('the catalogue by REST', () => {
  it('shows a part of what everybody may see of the graph, under the same names and types', () => {
    const known = new Set(fieldsOf(publicSchema));
    expect(fieldsOf(buildSchema(catalogueSchema)).filter((field) => !known.has(field))).toEqual([]);
  });

  it.each(['/products?first=3&query=red%20lamp', '/products/a-lamp'])(
    'asks the graph what it has: %s',
    async (path) => {
      const [asked] = await askedFor(path);
      expect(validate(publicSchema, parse(asked?.query ?? ''))).toEqual([]);
      expect(asked?.variables).toEqual(path.includes('?') ? { first: 3, query: 'red lamp' } : { slug: 'a-lamp' });
    },
  );

  it('takes as many variants as are asked for, under a name of its own', async () => {
    const [one] = await askedFor('/products/a-lamp?variantsFirst=100&variantsAfter=variant_x');
    expect(one?.query).toContain('variants(first: $product_variants_first, after: $product_variants_after)');
    expect(one?.variables).toEqual({
      slug: 'a-lamp',
      product_variants_first: 100,
      product_variants_after: 'variant_x',
    });
    const [list] = await askedFor('/products?variantsFirst=5');
    expect(list?.variables).toEqual({ products_nodes_nodes_variants_first: 5 });
    const { openApi } = await openCatalogueView();
    const parametersOf = (path: string) => openApi.paths[path]?.get.parameters?.map(({ name }) => name);
    expect(parametersOf('/products')).toEqual(['first', 'after', 'category', 'query', 'variantsFirst']);
    expect(parametersOf('/products/{slug}')).toEqual(['slug', 'variantsFirst', 'variantsAfter']);
  });

  it('is described by OpenAPI 3, with what may be null and every kind of answer', async () => {
    const { openApi } = await openCatalogueView();
    const verdict = await new Validator().validate(structuredClone(openApi));
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
    expect(Object.keys(openApi.paths)).toEqual(['/products', '/products/{slug}']);
    expect(Object.keys(openApi.paths['/products/{slug}']?.get.responses ?? {})).toContain('404');
    expect(openApi.components.schemas['ProductVariant']?.properties?.['price']).toMatchObject({ nullable: true });
    expect(openApi.components.schemas['Query']).toBeUndefined();
  });

  it('would not pass as OpenAPI with a response that has no description', async () => {
    const { openApi } = await openCatalogueView();
    const broken = { ...structuredClone(openApi), paths: { '/products': { get: { responses: { '200': {} } } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('answers a parameter that is none with a typed error, and a fault of its own with nothing of it', async () => {
    const view = await openCatalogueView();
    const never = async () => {
      throw new Error('the password of the database is secret');
    };
    expect(await view.answer('/products?first=x', never)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    const fault = await view.answer('/products', never);
    expect(fault).toEqual({
      errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });
});
