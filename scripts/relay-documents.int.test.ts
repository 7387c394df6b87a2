import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isOutOfDate } from './generated-file.ts';
import { relayDocuments } from './relay-documents.ts';
import { root } from './root.ts';

const examples = 'packages/client-examples';
let folder: string | undefined;
afterEach(async () => {
  if (folder) await rm(folder, { recursive: true });
  folder = undefined;
});

/** The Relay example elsewhere, before a schema that was changed. */
const rootWithSchema = async (change: (schema: string) => string): Promise<string> => {
  folder = await mkdtemp(join(tmpdir(), 'cartograph-relay-test-'));
  await cp(join(root, examples, 'storefront-relay'), join(folder, examples, 'storefront-relay'), { recursive: true });
  await symlink(join(root, examples, 'relay-compiler'), join(folder, examples, 'relay-compiler'));
  const schema = await readFile(join(root, examples, 'schema.graphql'), 'utf8');
  await writeFile(join(folder, examples, 'schema.graphql'), change(schema));
  return folder;
};

describe("Relay's compiler on the graph", () => {
  it('accepts the schema, and what is committed is what it makes', async () => {
    const files = await relayDocuments(root);
    expect(files.map(({ path }) => path)).toContain(`${examples}/storefront-relay/generated/shopPageQuery.graphql.ts`);
    const stale = [];
    for (const file of files) if (await isOutOfDate(root, file)) stale.push(`${file.path}: run \`${file.cure}\``);
    expect(stale).toEqual([]);
  });

  it.each([
    ['a field of the page is gone', (schema: string) => schema.replaceAll('  title: String!\n', ''), /title/],
    [
      'connections are not as Relay has them',
      (schema: string) => schema.replace(/ {2}cursor: String!\n/g, ''),
      /cursor/,
    ],
  ])('refuses when %s', async (_name, change, complaint) => {
    await expect(relayDocuments(await rootWithSchema(change))).rejects.toThrow(complaint);
  });
});
