import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeRequestOf } from '../edge-request.ts';
import { refuseByLimit } from './refuse-by-limit.ts';

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * Answers in time, or with OPERATION_TIMEOUT: what the operation still waits for is called off, mutations that a subgraph
 * has begun aside, and its late answer goes nowhere.
 */
export const answerInTime =
  (answer: Answer, limitMs: number): Answer =>
  async (request, reply) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<FastifyReply>((resolve) => {
      timer = setTimeout(() => {
        edgeRequestOf(request).giveUp();
        resolve(refuseByLimit(request, reply, { limit: 'operationMs', allowed: limitMs }));
      }, limitMs);
    });
    try {
      return await Promise.race([answer(request, reply), late]);
    } finally {
      clearTimeout(timer);
    }
  };
