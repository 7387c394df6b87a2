import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@cartograph/telemetry';
import { z } from 'zod';
import { openAddresses } from '../../src/subgraphs/addresses.ts';
import { startDeadline } from '../../src/subgraphs/deadline.ts';
import { NotSent } from '../../src/subgraphs/outage.ts';
import { type Resilience, resilienceConfig, resilienceOf } from '../../src/subgraphs/resilience-settings.ts';

export type Behave = (response: ServerResponse) => void;
export const well: Behave = (response) => response.end('{"data":{}}');
export const hang: Behave = () => undefined;
export const reset: Behave = (response) => response.destroy();
export const overloaded: Behave = (response) => response.writeHead(503).end();
export const draining: Behave = (response) => response.writeHead(503).end('{"status":"draining"}');

/** What a test opened, the last first to be closed. */
export const open: (() => Promise<void>)[] = [];

export const closeWhatIsOpen = async (): Promise<void> => {
  for (const close of open.splice(0)) await close();
};

/** A real server, which behaves as it is told. */
export const startServer = async (behave: Behave) => {
  const server = { behave, asked: 0, url: '' };
  const http = createServer((request, response) => {
    request.resume();
    server.asked += 1;
    server.behave(response);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  open.push(
    () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  );
  server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return server;
};

type Asking = { isMutation?: boolean; unwanted?: AbortSignal };
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
export const page: Behave = (response) =>
  response.writeHead(500, { 'content-type': 'text/html' }).end('<html>oh</html>');
export const faulty: Behave = (response) => response.writeHead(500).end('{"errors":[{"message":"a bug"}]}');
const defaults = z.object(resilienceConfig).omit({ SUBGRAPH_SETTINGS: true }).parse({});

export const subgraphAt = (urls: readonly string[], own: Partial<Resilience> = {}) => {
  const resilience = resilienceOf({ ...defaults, SUBGRAPH_SETTINGS: { product: own } }, 'product');
  const lines: string[] = [];
  const logger = createLogger(
    { service: 'gateway', level: 'info' },
    { write: (line: string) => void lines.push(line) },
  );
  const addresses = openAddresses({ name: 'product', urls, resilience, logger });
  open.unshift(addresses.close);
  const ask = async (options: Asking = {}) => {
    const { isMutation = false, unwanted = null } = options;
    const deadline = startDeadline(resilience.timeoutMs, unwanted);
    try {
      const request = { path: '/graphql', method: 'POST' as const, body: '{}', signal: deadline.signal };
      return (await addresses.send(request, { isMutation })).status;
    } catch (error) {
      return error instanceof NotSent ? error.reason : (error as Error).name;
    } finally {
      deadline.clear();
    }
  };
  const askOften = async (times: number, options: Asking = {}) => {
    const ends: (string | number)[] = [];
    for (let time = 0; time < times; time += 1) ends.push(await ask(options));
    return ends;
  };
  const changes = () => lines.map((line) => (JSON.parse(line) as { change: string }).change);
  return { ask, askOften, changes };
};
