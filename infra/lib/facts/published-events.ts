import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Generated from the event catalogue and published on purpose: see packages/events/published/README.md. */
const published = join(import.meta.dirname, '../../../packages/events/published');

/** From the bus to the queue of one subgraph, or of all gateways. */
export type QueueRoute = {
  consumer: string;
  queueName: string;
  deadLetterQueueName: string;
  ruleName: string;
  pattern: { source: string[]; 'detail-type': string[] };
};

/** The bus and the routes from it, as the catalogue has them. */
export const publishedRoutes = (): { busName: string; routes: QueueRoute[] } =>
  JSON.parse(readFileSync(join(published, 'routes.json'), 'utf8')) as { busName: string; routes: QueueRoute[] };

/** One version of an event's contract, as JSON Schema draft 4. */
export type PublishedSchema = { event: string; version: number; source: string; description: string; text: string };

/** All contracts, by name and version. */
export const publishedSchemas = (): PublishedSchema[] =>
  globSync('*.v*.json', { cwd: published })
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => {
      const text = readFileSync(join(published, file), 'utf8');
      const { title, description, ...rest } = JSON.parse(text) as Record<string, string>;
      const [, version = ''] = /\.v(\d+)\.json$/.exec(file) ?? [];
      const source = rest['x-amazon-events-source'];
      if (!title || !description || !source) throw new Error(`${file} has no title, description or source.`);
      return { event: title, version: Number(version), source, description, text };
    });
