import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../graph/read-graph.ts';
import { readWorkingTree } from '../trees/working-tree.ts';
import { checkEventContracts, contractsOfCode } from './check-event-contracts.ts';

const root = join(import.meta.dirname, '../../../..');

describe('the event contracts of the code', () => {
  it('are those that are published, and one that is no longer emitted is told although its file is still there', async () => {
    const graph = readGraph(await readWorkingTree(root));
    const contracts = contractsOfCode();
    expect(contracts.size).toBeGreaterThan(20);
    expect(checkEventContracts(graph, graph, contracts)).toEqual([]);
    const fewer = new Map([...contracts].filter(([name]) => name !== 'OrderPlaced.v1'));
    expect(checkEventContracts(graph, graph, fewer)).toEqual([
      expect.objectContaining({
        code: 'EVENT_CONTRACT_BROKEN',
        message: 'OrderPlaced.v1: is published, but nobody emits it any more',
        place: { file: 'packages/events/published/OrderPlaced.v1.json', line: 1 },
      }),
    ]);
  });
});
