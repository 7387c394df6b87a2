import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isOfGraph } from './graph-paths.ts';

/**
 * Gives each answer that may be kept a tag of its content, and answers 304 without the content to whoever has it already.
 * What may not be kept has none: nobody could ask for it again by a tag.
 */
export const tagAnswers = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const mayBeKept = String(reply.getHeader('cache-control') ?? '').startsWith('public');
    if (request.method !== 'GET' || !isOfGraph(request) || !mayBeKept) return payload;
    if (reply.statusCode !== 200 || !isComplete(payload)) return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url')}"`;
    void reply.header('etag', tag);
    if (!isKnown(request.headers['if-none-match'], tag)) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
};

/** Not a stream: what is yet to come cannot be tagged. */
const isComplete = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

/** https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match: weak comparison, a list of tags or any. */
const isKnown = (asked: string | undefined, tag: string): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((each) => each.trim().replace(/^W\//, '') === tag.slice(2)));
