import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, vi } from 'vitest';
import { gatheringSocket } from './gathering-socket.ts';

it('sends what is written in one turn by one call, in order, and what comes later after it', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const socket = gatheringSocket();
  socket.connect((server.address() as { port: number }).port, '127.0.0.1');
  const [peer] = (await accepted) as [Socket];
  if (socket.connecting) await once(socket, 'connect');
  let received = '';
  peer.on('data', (chunk) => {
    received += String(chunk);
  });
  const calls = [vi.spyOn(socket, '_write'), vi.spyOn(socket as Required<Socket>, '_writev')];
  const sent = () => calls.reduce((sum, { mock }) => sum + mock.calls.length, 0);

  for (const word of ['BEGIN ', 'SELECT ', 'COMMIT']) socket.write(word);
  await expect.poll(() => received).toBe('BEGIN SELECT COMMIT');
  expect(sent()).toBe(1);
  socket.write(' later');
  await expect.poll(() => received).toBe('BEGIN SELECT COMMIT later');
  expect(sent()).toBe(2);

  socket.end(' end');
  await expect.poll(() => received).toBe('BEGIN SELECT COMMIT later end');
  server.close();
});
