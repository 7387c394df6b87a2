import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMetrics } from '@cartograph/telemetry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observePendingOrders } from '../src/persistence/observe-pending-orders.ts';
import { openPrisma } from '../src/persistence/open-prisma.ts';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

type Exported = {
  resourceMetrics: {
    scopeMetrics: { metrics: { name: string; unit: string; gauge?: { dataPoints: { asDouble: number }[] } }[] }[];
  }[];
};

/** A collector as the exporter sees it: OTLP by HTTP as JSON. */
const startCollector = async () => {
  const exported: Exported[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      exported.push(JSON.parse(Buffer.concat(chunks).toString()) as Exported);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/v1/metrics`,
    last: () => exported.at(-1)?.resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [],
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

let graph: OrderGraph;
beforeEach(async () => {
  graph = await startOrderGraph();
});
afterEach(() => graph.stop());

/** What a process would export at its stop. */
const exportedAge = async () => {
  const collector = await startCollector();
  const metrics = await startMetrics({ service: 'order', exporter: 'otlp', endpoint: collector.endpoint });
  const stopObserving = observePendingOrders(openPrisma(graph.pool));
  await metrics.stop();
  stopObserving();
  await collector.stop();
  const [metric, ...others] = collector.last();
  expect(others).toEqual([]);
  expect(metric).toMatchObject({ name: 'cartograph.saga.oldest_pending_age', unit: 's' });
  return metric?.gauge?.dataPoints[0]?.asDouble;
};

describe('the age of the oldest pending order', () => {
  it('goes to the collector by OTLP: 0 without one, and that of the oldest of several', async () => {
    expect(await exportedAge()).toBe(0);
    const shop = shopOf(graph);
    await shop.anOrder(aViewer());
    await shop.anOrder(aViewer());
    await graph.pool.query(
      `UPDATE orders SET placed_at = placed_at - interval '90 seconds', pending_until = pending_until - interval '90 seconds'
       WHERE id = (SELECT id FROM orders ORDER BY id DESC LIMIT 1)`,
    );
    expect(await exportedAge()).toBeGreaterThan(90);
    await graph.pool.query("UPDATE orders SET pending_until = clock_timestamp() - interval '1 second'");
    await graph.sweep();
    expect(await exportedAge()).toBe(0);
  });
});
