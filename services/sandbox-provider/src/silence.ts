import type { FastifyReply } from 'fastify';

/** Longer than any client waits. */
const silenceMs = 30_000;

/** Never answers: holds the connection open and then closes it, as a provider does that hangs after it has charged. */
export const keepSilent = (reply: FastifyReply): FastifyReply => {
  const { socket } = reply.raw;
  const timer = setTimeout(() => socket?.destroy(), silenceMs);
  socket?.once('close', () => clearTimeout(timer));
  return reply.hijack();
};
