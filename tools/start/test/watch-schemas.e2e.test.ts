import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchSchemas } from '../src/watch-schemas.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const subgraphs = ['product', 'order', 'user', 'payment'];

describe('a schema that changes while the stack runs', () => {
  let root: string;
  let supergraph: Supergraph;
  let stopWatching: () => void;
  const reports: string[] = [];
  const restarted: string[] = [];
  const schemaPath = () => join(root, 'subgraphs/product/schema.graphql');
  const gatewayPid = () => supergraph.stack.pids().gateway;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'cartograph-schemas-'));
    for (const name of subgraphs) {
      await mkdir(join(root, 'subgraphs', name), { recursive: true });
      await cp(join(project, 'subgraphs', name, 'schema.graphql'), join(root, 'subgraphs', name, 'schema.graphql'));
    }
    const supergraphPath = join(root, 'supergraph.graphql');
    await cp(join(project, 'gateway/supergraph.graphql'), supergraphPath);
    supergraph = await startSupergraph({ supergraphPath });
    stopWatching = watchSchemas({
      root,
      supergraphPath,
      report: (text) => reports.push(text),
      restart: async (name) => {
        restarted.push(name);
        await supergraph.stack.kill(name, 'SIGTERM');
        await supergraph.stack.restart(name);
      },
    });
  });
  afterAll(async () => {
    stopWatching?.();
    await supergraph?.stop();
    await rm(root, { recursive: true, force: true });
  });

  const categoryFields = async (): Promise<string[]> => {
    const answer = await supergraph.storefront.ask<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Category") { fields { name } } }',
    );
    return (answer.data?.__type.fields ?? []).map((field) => field.name);
  };

  it('is composed anew and served by the same gateway process', async () => {
    const pid = gatewayPid();
    const schema = await readFile(schemaPath(), 'utf8');
    expect(await categoryFields()).not.toContain('motto');
    await writeFile(schemaPath(), `${schema}\nextend type Category { "A line of its own." motto: String }\n`);
    await expect.poll(categoryFields, { timeout: 30_000, interval: 200 }).toContain('motto');
    await expect.poll(() => restarted, { timeout: 10_000 }).toEqual(['product']);
    expect(gatewayPid()).toBe(pid);
    expect(reports.join()).toContain('The schema of product changed');
  });

  it('keeps the last good graph when it does not compose, and says why', async () => {
    const schema = await readFile(schemaPath(), 'utf8');
    await writeFile(schemaPath(), `${schema}\nextend type Category { "Nothing has this type." owner: Nobody }\n`);
    await expect.poll(() => reports.join('\n'), { timeout: 30_000 }).toMatch(/does not compose.*Nobody/s);
    expect(await categoryFields()).toContain('motto');
    expect(await categoryFields()).not.toContain('owner');
    expect(restarted).toEqual(['product']);
  });
});
