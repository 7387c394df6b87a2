import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';

const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

const poolTo = async (answer: RequestListener, connections = 2): Promise<Pool> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections });
  closings.push(
    () => pool.destroy(),
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return pool;
};

const writeByByte = async (response: ServerResponse, bytes: Buffer): Promise<void> => {
  for (const byte of bytes) {
    response.write(Buffer.of(byte));
    await sleep(1);
  }
};

const post = { path: '/graphql', method: 'POST' as const, headers: { 'content-type': 'application/json' }, body: '{}' };

describe('exchange', () => {
  it('gives an answer that comes in pieces as one text, letters that were cut apart included', async () => {
    const bytes = Buffer.from('{"name":"Grüße 👋"}');
    const pool = await poolTo((request, response) => {
      response.writeHead(201, { 'cache-control': 'no-store' });
      void writeByByte(response, bytes).then(() => response.end(request.method));
    });
    const { status, headers, text } = await exchange(pool, post);
    expect({ status, text, kept: headers['cache-control'] }).toEqual({
      status: 201,
      text: '{"name":"Grüße 👋"}POST',
      kept: 'no-store',
    });
  });

  it('leaves a byte order mark away', async () => {
    const pool = await poolTo((_request, response) => response.end('\uFEFF{}'));
    expect((await exchange(pool, post)).text).toBe('{}');
  });

  it('rejects with the reason when it is called off, also while it waits for a connection', async () => {
    const closed: string[] = [];
    const pool = await poolTo((request) => request.once('close', () => closed.push(request.url ?? '')), 1);
    const [sent, waiting] = [new AbortController(), new AbortController()];
    const ends = [
      exchange(pool, { ...post, signal: sent.signal }).catch((error: unknown) => error),
      exchange(pool, { ...post, path: '/waits', signal: waiting.signal }).catch((error: unknown) => error),
    ];
    await sleep(20);
    waiting.abort(new Error('waited too long'));
    expect(await ends[1]).toEqual(new Error('waited too long'));
    sent.abort(new Error('nobody wants it'));
    expect(await ends[0]).toEqual(new Error('nobody wants it'));
    await expect.poll(() => closed).toEqual(['/graphql']);
  });

  it('sends nothing where it was called off before', async () => {
    let requests = 0;
    const pool = await poolTo((_request, response) => {
      requests += 1;
      response.end();
    });
    await expect(exchange(pool, { ...post, signal: AbortSignal.abort(new Error('over')) })).rejects.toThrow('over');
    await exchange(pool, post);
    expect(requests).toBe(1);
  });

  it('rejects for an answer that breaks off', async () => {
    const pool = await poolTo((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"data":', () => response.destroy());
    });
    await expect(exchange(pool, post)).rejects.toThrow();
  });
});
