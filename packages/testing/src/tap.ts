import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';

export type TapRequest = { method: string; path: string; headers: Record<string, string>; body: Buffer };
export type TapAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };

/** What happens to a request: answer it (usually with what `forward` brought), or null to close the line without an answer. */
export type Intercept = (request: TapRequest, forward: () => Promise<TapAnswer>) => Promise<TapAnswer | null>;

/** A place on the wire between two real parts, where a test can count, wait, or cut. */
export type Tap = {
  readonly url: string;
  readonly requests: TapRequest[];
  intercept: Intercept;
  close: () => Promise<void>;
};

/** Headers that belong to one connection (RFC 9110, section 7.6.1) and those Node sets itself. */
const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'host',
  'content-length',
  'expect',
  'upgrade',
]);

/** Listens on a free port of 127.0.0.1 and hands everything on to the target. */
export const startTap = async (target: string): Promise<Tap> => {
  const agent = new Agent({ connections: 128, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const requests: TapRequest[] = [];
  const tap = { requests, intercept: (async (_, forward) => forward()) as Intercept };
  const server = createServer((incoming, outgoing) => {
    relay(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const relay = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const received = await readRequest(incoming);
    requests.push(received);
    // A client that is gone takes its request along, as it would without us: a long poll left open would swallow messages.
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const forward = async (): Promise<TapAnswer> => {
      const answer = await request(`${target}${received.path}`, {
        method: received.method as 'POST',
        headers: received.headers,
        ...(received.body.length > 0 && { body: received.body }),
        dispatcher: agent,
        signal: gone.signal,
      });
      const headers = Object.entries(answer.headers).filter(
        ([name, value]) => value !== undefined && !hopHeaders.has(name),
      );
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(headers) as TapAnswer['headers'],
        body: Buffer.from(await answer.body.arrayBuffer()),
      };
    };
    const answer = await tap.intercept(received, forward);
    if (answer === null) return void outgoing.destroy();
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  };
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(tap, {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await agent.destroy();
    },
  });
};

const readRequest = async (incoming: IncomingMessage): Promise<TapRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).filter(
    ([name, value]) => typeof value === 'string' && !hopHeaders.has(name),
  );
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
};
