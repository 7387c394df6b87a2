import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOutOfDate, writeChanged } from './generated-file.ts';
import { resolverTypes } from './resolver-types.ts';
import { root } from './root.ts';
import { supergraph } from './supergraph.ts';

const schema = (fields: string): string => `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
interface Node { id: ID! }
type Cart implements Node @key(fields: "id") { id: ID! ${fields} }
type Query { cart(id: ID!): Cart }
`;

let planted: string;
const skipped: string[] = [];

const writeSchema = (sdl: string): Promise<void> => writeFile(join(planted, 'subgraphs/order/schema.graphql'), sdl);
const generate = async () => [
  ...(await resolverTypes(planted, (path) => skipped.push(path))),
  await supergraph(planted),
];

beforeEach(async () => {
  planted = await mkdtemp(join(tmpdir(), 'cartograph-generated-'));
  await mkdir(join(planted, 'subgraphs/order'), { recursive: true });
  const codegen = await readFile(join(root, 'codegen.yml'), 'utf8');
  await writeFile(join(planted, 'codegen.yml'), codegen.replace(/mappers:\n( {8}.*\n)+/g, 'mappers: {}\n'));
  await cp(join(root, 'package.json'), join(planted, 'package.json'));
  await writeSchema(schema(''));
});

afterEach(() => rm(planted, { recursive: true }));

describe('generated files', () => {
  it('are out of date before they are written and up to date after', async () => {
    const files = await generate();
    const before = await Promise.all(files.map((file) => isOutOfDate(planted, file)));
    await writeChanged(planted, files);
    const after = await Promise.all(files.map((file) => isOutOfDate(planted, file)));
    expect(files.map(({ path }) => path)).toEqual([
      'subgraphs/order/src/graphql/generated/resolver-types.ts',
      'gateway/supergraph.graphql',
    ]);
    expect([before, after]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('are out of date when a schema gained a field, each with the command that mends it', async () => {
    await writeChanged(planted, await generate());
    await writeSchema(schema('note: String'));
    const files = await generate();
    const stale = await Promise.all(files.map(async (file) => ((await isOutOfDate(planted, file)) ? file.cure : null)));
    expect(stale).toEqual(['pnpm codegen', 'pnpm compose']);
  });

  it('leave out a subgraph that has no schema yet, and say so', async () => {
    await resolverTypes(planted, (path) => skipped.push(path));
    expect(skipped).toContain('subgraphs/payment/schema.graphql');
  });

  it('are refused for a schema with an unknown type or scalar, by name', async () => {
    await writeSchema(schema('note: Nothing'));
    await expect(generate()).rejects.toThrow('Unknown type: "Nothing"');
    await writeSchema(`${schema('note: Colour')} scalar Colour`);
    await expect(generate()).rejects.toThrow(/Colour/);
  });

  it('are refused when the subgraphs do not compose, with code and place', async () => {
    await mkdir(join(planted, 'subgraphs/user'));
    await writeFile(join(planted, 'subgraphs/user/schema.graphql'), schema('note: Int'));
    await writeSchema(schema('note: String'));
    await expect(supergraph(planted)).rejects.toThrow(/FIELD_TYPE_MISMATCH|INVALID_FIELD_SHARING/);
  });
});
