import { type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOperation } from '../src/plan/ask-operation.ts';
import { loadGraph } from '../src/plan/load-graph.ts';
import { createOperationCache } from '../src/plan/operation-cache.ts';
import { type Planner, startPlanner } from '../src/plan/planner.ts';
import { inProcessSubgraphs } from './support/in-process-subgraphs.ts';

const fields = Array.from({ length: 60 }, (_, index) => `f${index}: Int`).join(' ');
const { supergraphSdl } = inProcessSubgraphs({ a: { sdl: `type Query { ${fields} }`, resolvers: {} } });

const asked = (query: string, variables: Record<string, unknown> = {}) => {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return askOperation({ queryHash: query, document, operation }, variables);
};

describe('plans', () => {
  let planner: Planner;
  let planned: string[];
  const cacheOf = async (maxBytes: number) => {
    planned = [];
    const graph = await loadGraph(supergraphSdl, { planTimeoutMs: 10_000, planCacheBytes: maxBytes });
    await graph.close();
    const counted: Planner['plan'] = (query, name) => {
      planned.push(query);
      return planner.plan(query, name);
    };
    return createOperationCache({ graph, planner: { plan: counted }, maxBytes });
  };
  beforeAll(async () => {
    planner = await startPlanner(supergraphSdl, { planTimeoutMs: 10_000 });
  });
  afterAll(() => planner.close());

  it('are made once, however many ask at once or again', async () => {
    const cache = await cacheOf(1_000_000);
    const all = await Promise.all(Array.from({ length: 50 }, async () => cache.get(asked('{ f1 f2 }'))));
    expect(new Set(all).size).toBe(1);
    expect(await cache.get(asked('{ f1 f2 }'))).toBe(all[0]);
    expect(planned).toEqual(['{\n  f1\n  f2\n}']);
  });

  it('are made for each way in which the conditions come out', async () => {
    const cache = await cacheOf(1_000_000);
    const query = 'query ($yes: Boolean!) { f1 f2 @include(if: $yes) }';
    for (const yes of [true, false, true]) await cache.get(asked(query, { yes }));
    expect(planned.map((text) => text.includes('f2'))).toEqual([true, false]);
  });

  it('are kept within a number of bytes, whatever is asked for', async () => {
    const maxBytes = 60_000;
    const cache = await cacheOf(maxBytes);
    for (let index = 0; index < 200; index += 1) await cache.get(asked(`{ f${index % 60} a${index}: f1 }`));
    expect(cache.bytes()).toBeLessThanOrEqual(maxBytes);
    expect(cache.recent().length).toBeGreaterThan(3);
    expect(cache.recent().length).toBeLessThan(200);
  });

  it('that take too long are given up', async () => {
    const impatient = await startPlanner(supergraphSdl, { planTimeoutMs: 1 });
    const wide = `{ ${Array.from({ length: 3_000 }, (_, index) => `a${index}: f${index % 60}`).join(' ')} }`;
    await expect(impatient.plan(wide, undefined)).rejects.toThrow('too long to plan');
    await impatient.close();
  });

  it('are made aside: the thread that serves goes on while a large operation is planned', async () => {
    const wide = `{ ${Array.from({ length: 12_000 }, (_, index) => `a${index}: f${index % 60}`).join(' ')} }`;
    const startedMs = performance.now();
    let [lastMs, longestMs] = [startedMs, 0];
    const ticking = setInterval(() => {
      const nowMs = performance.now();
      longestMs = Math.max(longestMs, nowMs - lastMs);
      lastMs = nowMs;
    }, 1);
    await planner.plan(wide, undefined);
    clearInterval(ticking);
    const tookMs = performance.now() - startedMs;
    longestMs = Math.max(longestMs, performance.now() - lastMs);
    // Planned by the thread that serves, the two would be equal.
    expect(longestMs).toBeLessThan(tookMs / 2);
  });

  // GHSA-fmj9-77q8-g6c4: each of the fields could come from each of the subgraphs, and what is below it from another.
  it('of fields that many subgraphs share are not looked for among all that there could be', async () => {
    const shared = Array.from({ length: 3 }, (_, index) => `part${index}: Part`).join(' ');
    const parts = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `s${index}`,
        {
          sdl: `type Query { things: [Thing] @shareable }
            type Thing @key(fields: "id") @shareable { id: ID! ${shared} own${index}: Int }
            type Part @key(fields: "id") @shareable { id: ID! name: String next: Thing only${index}: Int }`,
          resolvers: {},
        },
      ]),
    );
    const inner = Array.from({ length: 6 }, (_, index) => `only${index}`).join(' ');
    const fieldsOf = (within: string) =>
      Array.from({ length: 3 }, (_, index) => `part${index} { name ${within} }`).join(' ');
    const query = `{ things { ${fieldsOf(`${inner} next { ${fieldsOf('')} own1 own2 own3 }`)} } }`;
    // Looked for among all, it is not found in minutes: then the planner says that it takes too long.
    const sharing = await startPlanner(inProcessSubgraphs(parts).supergraphSdl, { planTimeoutMs: 5_000 });
    const { node } = await sharing.plan(query, undefined).finally(() => void sharing.close());
    expect(node).toBeDefined();
  });

  it('of a supergraph that does not load are refused with the reason', async () => {
    await expect(startPlanner('type Query { a: Int }', { planTimeoutMs: 1_000 })).rejects.toThrow(/supergraph/i);
  });
});
