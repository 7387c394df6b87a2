import { busName, catalogue, consumerRoutes } from '@cartograph/events';
import type { GeneratedFile } from '../generated-file.ts';
import { asyncApi } from './asyncapi.ts';
import { eventsPage } from './events-page.ts';
import { contractsOf, contractText, publishedFolder } from './published-contracts.ts';

/** The published contracts as the catalogue would have them. Only `pnpm events:publish` writes them. */
export const publishedContracts = (): GeneratedFile[] =>
  [...contractsOf(catalogue)].map(([name, schema]) => ({
    path: `${publishedFolder}/${name}.json`,
    content: contractText(schema),
    cure: 'pnpm events:publish',
  }));

/** What else is made from the catalogue: the page for people, the AsyncAPI document, the route table. */
export const eventDocuments = (): GeneratedFile[] => [
  { path: 'docs/events.md', content: eventsPage(catalogue), cure: 'pnpm generate' },
  { path: 'docs/asyncapi.yaml', content: asyncApi(catalogue, consumerRoutes()), cure: 'pnpm generate' },
  { path: `${publishedFolder}/routes.json`, content: routeTable(), cure: 'pnpm generate' },
];

/** Which event goes to which queue, for what does not run TypeScript; the same as `consumerRoutes()`. */
const routeTable = (): string => `${JSON.stringify({ busName, routes: consumerRoutes() }, null, 2)}\n`;
