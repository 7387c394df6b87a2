import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { readyBody, stringifyAnswer } from '@cartograph/execution';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentEdgeRequest, edgeRequestOf } from './edge-request.ts';
import { countAnswer, countReady } from './limits/answered-cost.ts';

type Stringify = NonNullable<ApolloServerOptions<BaseContext>['stringifyResult']>;
type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * Apollo Server wants a string, of which bytes would be made anew for every request. A body that is kept as bytes goes
 * past it: it gets an empty text, and `sendReady` puts the bytes in its place.
 */
export const stringifyOnce: Stringify = (result) => {
  const edge = currentEdgeRequest();
  const body = edge && readyBody(result);
  if (!body) {
    const text = stringifyAnswer(result);
    if (edge?.cost) countAnswer(edge.cost, result, text);
    return text;
  }
  if (edge.cost) countReady(edge.cost, body);
  edge.readyBody = body;
  return '';
};

/** Sends what Apollo Server answers, or the body that is ready in its place. */
export const sendReady =
  (answer: Answer): Answer =>
  async (request, reply) => {
    const text = await answer(request, reply);
    return text === '' ? (edgeRequestOf(request).readyBody ?? text) : text;
  };
