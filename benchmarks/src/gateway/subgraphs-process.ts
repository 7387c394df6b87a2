import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { heavyResolvers, heavySubgraphs } from './heavy-graph.ts';

/**
 * The four subgraphs in one process, each on a port of its own. An answer is kept by the request's text, so that what is
 * measured is the gateway. Tells its parent the addresses, and on "count" how many requests came since.
 */
const start = async (): Promise<void> => {
  const urls: Record<string, string> = {};
  let requests = 0;
  for (const { name, sdl } of heavySubgraphs) {
    const answer = rememberAnswers(name, sdl);
    const server = createServer((request, response) => {
      requests += 1;
      void readBody(request).then(async (body) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(await answer(body));
      });
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  process.on('message', () => {
    process.send?.({ requests });
    requests = 0;
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ urls });
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const rememberAnswers = (name: string, sdl: string): ((body: string) => Promise<Buffer>) => {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: heavyResolvers[name] as never }]);
  const known = new Map<string, Buffer>();
  return async (body) => {
    const kept = known.get(body);
    if (kept) return kept;
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await execute({ schema, document: parse(query), ...(variables && { variableValues: variables }) });
    const answer = Buffer.from(JSON.stringify(result));
    known.set(body, answer);
    return answer;
  };
};

await start();
