import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { busName, catalogue, consumerRoutes, gatewayRoute, heardByGateways, queueRoutes, sourceOf } from './index.ts';

describe('the route table', () => {
  it('is the same for those who read the file and those who call the function', async () => {
    const file = join(import.meta.dirname, '../published/routes.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ busName, routes: consumerRoutes() });
  });

  it('gives all gateways one queue, and lets in what they hear', () => {
    expect(consumerRoutes().filter(({ consumer }) => consumer === 'gateway')).toEqual([gatewayRoute()]);
    expect(new Set(gatewayRoute().pattern['detail-type'])).toEqual(new Set(heardByGateways));
    expect(gatewayRoute().pattern.source).toEqual(['cartograph.product']);
  });

  it('gives a queue only to a subgraph that reacts, and lets in each source of what it hears', () => {
    for (const { subgraph, pattern } of queueRoutes()) {
      const heard = catalogue.filter(({ reactors }) => reactors.includes(subgraph));
      expect(heard.length).toBeGreaterThan(0);
      expect(new Set(pattern.source)).toEqual(new Set(heard.flatMap(({ emitters }) => emitters.map(sourceOf))));
    }
  });
});
