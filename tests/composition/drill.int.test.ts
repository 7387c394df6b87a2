import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { branchOfShop, type ShopBranch } from './support/shop-branch.ts';

const schema = 'subgraphs/product/schema.graphql';

/** The storefront commits that it selects these fields of a product. */
const storefrontSelects = async (shop: ShopBranch, fields: string): Promise<void> => {
  const body = `query ProductPage($id: ID!) { product(id: $id) { ${fields} } }`;
  const operation = { id: createHash('sha256').update(body).digest('hex'), name: 'ProductPage', type: 'query', body };
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };
  await shop.write('packages/client-examples/storefront/persisted-operations.json', JSON.stringify(manifest, null, 2));
};

describe('renaming a field that a client uses', () => {
  it('in one step is refused, with the name of the client and its operation', async () => {
    await using shop = await branchOfShop();
    await storefrontSelects(shop, 'title');
    await shop.merge();
    await shop.edit(schema, '  title: String!', '  name: String!');
    const { exitCode, stdout } = await shop.check();
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/FIELD_REMOVED[^\n]*'title'[\s\S]*hits storefront · ProductPage/);
    expect(stdout).toContain('compared with the merge base with main');
  });

  it('passes in four steps: deprecate, add, migrate, remove', async () => {
    await using shop = await branchOfShop();
    await storefrontSelects(shop, 'title');
    await shop.merge();
    const step = async (change: () => Promise<void>): Promise<string> => {
      await change();
      const { exitCode, stdout } = await shop.check();
      expect([exitCode, stdout]).toEqual([0, stdout]);
      await shop.merge();
      return stdout;
    };
    const deprecated = '  title: String! @deprecated(reason: "Use name instead.")';
    const said = await step(() => shop.edit(schema, '  title: String!', deprecated));
    // The client is told from now on, and nothing stops yet.
    expect(said).toMatch(/! DEPRECATED_SELECTED[\s\S]*storefront · ProductPage/);
    await step(() => shop.edit(schema, deprecated, `${deprecated}\n  "What it is called."\n  name: String!`));
    await step(() => storefrontSelects(shop, 'name'));
    const removed = await step(() => shop.edit(schema, `  "The title."\n${deprecated}\n`, ''));
    expect(removed).toMatch(/· FIELD_REMOVED[^\n]*no known client uses it/);
  });
});
