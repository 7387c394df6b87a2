import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { branchOfShop, type ShopBranch } from './support/shop-branch.ts';

const schema = 'subgraphs/product/schema.graphql';
const rover = join(import.meta.dirname, '../../.github/rover');
let shop: ShopBranch;

beforeAll(async () => {
  shop = await branchOfShop();
  await shop.edit(schema, '  summary: String\n', '  summary: String\n  weight: Int\n');
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('the command', () => {
  it('tells how it is used, and refuses what it does not know with exit code 2', async () => {
    expect((await shop.check('--help')).stdout).toMatch(/--base[\s\S]*--usage[\s\S]*--format[\s\S]*--strict/);
    expect((await shop.check('--rules')).stdout).toContain('MONEY_AS_NUMBER');
    const unknown = [
      ['--nonsense'],
      ['--format', 'xml'],
      ['--strict', 'style'],
      ['nonsense'],
      ['--base', 'no-such-branch'],
      ['--base=--output=x'],
      ['--usage', 'no-such-file'],
    ];
    const ended = await Promise.all(unknown.map((args) => shop.check(...args)));
    expect(ended.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(unknown.map(() => [2, '']));
    expect(ended.map(({ stderr }) => stderr).join('')).toMatch(
      /--help[\s\S]*there are text, github[\s\S]*neither a file nor a commit "no-such-branch"/,
    );
  });

  it('writes several formats at once, and fails for a warning only where it is told to be strict', async () => {
    const lenient = await shop.check(
      '--format',
      'github',
      '--format',
      'markdown=comment.md',
      '--format',
      'json=report.json',
    );
    expect(lenient).toMatchObject({ exitCode: 0, stderr: '' });
    expect(lenient.stdout).toMatch(
      /^::warning file=subgraphs\/product\/schema\.graphql,line=\d+,col=3,title=NOT_DESCRIBED::/,
    );
    expect(await readFile(join(shop.dir, 'comment.md'), 'utf8')).toContain('NOT_DESCRIBED');
    expect(JSON.parse(await readFile(join(shop.dir, 'report.json'), 'utf8'))).toMatchObject({
      looked: { subgraphs: 2 },
      apiChanges: ["Field 'weight' was added to object type 'Product'"],
    });
    expect((await shop.check('--strict', 'lint')).exitCode).toBe(1);
  });

  it('compares with a published state and with a supergraph as with a commit', async () => {
    await shop.check('publish', '--out', 'published');
    await shop.edit(schema, '  weight: Int\n', '');
    for (const published of ['published/state.json', 'published/supergraph.graphql']) {
      const { exitCode, stdout } = await shop.check('--base', published);
      expect([published, exitCode, stdout]).toEqual([
        published,
        1,
        expect.stringContaining("Field 'weight' was removed"),
      ]);
    }
    expect((await shop.check('--base', 'HEAD')).exitCode).toBe(0);
    expect(await readFile(join(shop.dir, 'published/subgraphs/node.graphql'), 'utf8')).toContain('nodes(');
  });

  it('publishes for a registry every subgraph, that of node(id:) too, and fails when one of them is refused', async () => {
    await shop.check('publish', '--out', 'published');
    await shop.write('rover', '#!/bin/sh\necho "$@" >> told\n[ "$5" != "$REFUSED" ]\n');
    await shop.run('chmod', '+x', 'rover');
    const registry = [
      'APOLLO_KEY=service:x',
      'APOLLO_GRAPH_REF=shop@main',
      'ROUTING_URL=http://%s.internal/graphql',
      'ROVER=./rover',
    ];
    const script = (name: string, ...more: string[]) =>
      shop.run('env', ...registry, ...more, 'bash', join(rover, `${name}.sh`), 'published');
    expect((await script('publish')).exitCode).toBe(0);
    const told = await readFile(join(shop.dir, 'told'), 'utf8');
    const published = (name: string, url: string) =>
      `subgraph publish shop@main --name ${name} --schema published/subgraphs/${name}.graphql --routing-url ${url} --allow-invalid-routing-url`;
    expect(told.trim().split('\n')).toEqual([
      published('node', 'http://node.subgraph.local/graphql'),
      published('order', 'http://order.internal/graphql'),
      published('product', 'http://product.internal/graphql'),
    ]);
    expect((await script('publish', 'REFUSED=node')).exitCode).toBe(1);
    const checked = await script('check', 'REFUSED=node');
    expect([checked.exitCode, checked.stdout]).toEqual([1, expect.stringMatching(/node[\s\S]*order[\s\S]*product/)]);
    const without = await shop.run('env', '--unset', 'APOLLO_KEY', 'bash', join(rover, 'check.sh'), 'published');
    expect(without).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('the registry is not asked') });
  });

  it('says so where there is no base, and compares with the supergraph that is committed', async () => {
    await shop.check('publish', '--out', 'published');
    const supergraph = await readFile(join(shop.dir, 'published/supergraph.graphql'), 'utf8');
    await shop.write('gateway/supergraph.graphql', supergraph);
    await shop.git('branch', '--move', 'main', 'trunk');
    await shop.edit(schema, '  "Who makes it."\n  brand: String\n', '');
    const { exitCode, stdout } = await shop.check();
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/There is no base[\s\S]*Field 'brand' was removed/);
  });
});
