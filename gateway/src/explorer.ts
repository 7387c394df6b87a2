import type { FastifyInstance } from 'fastify';
import { explorerTabs } from './explorer-tabs.ts';

/** The page may run its own scripts and ask this server; a browser lets nothing else out of it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the bundled GraphiQL at /explorer; for development only. */
export const serveExplorer = (app: FastifyInstance): void => {
  let page: Promise<string> | undefined;
  app.get('/', async (_request, reply) => reply.redirect('/explorer'));
  app.get('/explorer', async (_request, reply) => {
    page ??= renderPage();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy)
      .send(await page);
  });
};

/** Imported when first asked for: it is 9 MB of JavaScript that a gateway otherwise never needs. */
const renderPage = async (): Promise<string> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({
    title: 'Cartograph explorer',
    endpoint: '/graphql',
    defaultTabs: [...explorerTabs],
    defaultHeaders: '{}',
    shouldPersistHeaders: false,
  });
  return page.replace(tabsThatJump, '.graphiql-tab{');
};

/** A tab would stand where it is only until the mouse is pressed on it, and then jump aside: no click would ever reach it. */
const tabsThatJump = '.graphiql-tab:not(:focus-within){';
