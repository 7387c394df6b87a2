import type { DatabaseSync } from 'node:sqlite';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Answer, answerOnce } from './answer-once.ts';
import { authorize } from './authorize.ts';
import { charged } from './charge.ts';
import { findCharges, operationsOf } from './charge-rows.ts';
import { type Move, moveMoney } from './move-money.ts';
import { Refusal } from './refusal.ts';
import { keepSilent } from './silence.ts';
import { behaviourOf } from './test-token.ts';

const amountMinor = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const text = z.string().min(1).max(255);
const authorization = z.object({
  amountMinor,
  currency: z.string().regex(/^[A-Z]{3}$/),
  paymentMethodToken: text,
  reference: text,
});
const movement = z.object({ amountMinor });
const search = z.object({ reference: text.optional(), idempotencyKey: text.optional() });
const params = z.object({ id: z.string().max(64) });

/** The provider's API; the caller is known already. */
export const paymentRoutes = (app: FastifyInstance, store: DatabaseSync): void => {
  app.post('/v1/payments', async (request, reply) => {
    const wanted = parse(authorization, request.body);
    const idempotencyKey = keyOf(request);
    const fault = behaviourOf(wanted.paymentMethodToken)?.firstAnswer;
    if (fault === 'error_before_charge') failFirst(store, idempotencyKey);
    const keyed = { idempotencyKey, route: request.url, body: request.body };
    const answer = answerOnce(store, keyed, () => authorize(store, idempotencyKey, wanted));
    if (fault === 'silence_after_charge' && !answer.isReplay) return keepSilent(reply);
    return reply.code(answer.statusCode).send(answer.body);
  });
  for (const kind of ['capture', 'void', 'refund'] as const) {
    app.post(`/v1/payments/:id/${kind}`, async (request, reply) => {
      const answer = moved(store, kind, request);
      return reply.code(answer.statusCode).send(answer.body);
    });
  }
  readingRoutes(app, store);
};

const readingRoutes = (app: FastifyInstance, store: DatabaseSync): void => {
  const listed = (by: Parameters<typeof findCharges>[1]) =>
    findCharges(store, by).map((charge) => charged(charge, operationsOf(store, charge.id)));
  app.get('/v1/payments', async (request) => {
    const { reference, idempotencyKey } = parse(search, request.query);
    if (reference !== undefined) return { payments: listed({ reference }) };
    if (idempotencyKey !== undefined) return { payments: listed({ idempotencyKey }) };
    throw new Refusal(400, 'bad_request', 'Give a reference or an idempotencyKey.');
  });
  app.get('/v1/payments/:id', async (request) => {
    const [payment] = listed(parse(params, request.params));
    if (!payment) throw new Refusal(404, 'unknown_payment', 'There is no such payment.');
    return payment;
  });
  app.get('/v1/ledger', async () => ({ payments: listed({}) }));
};

const moved = (store: DatabaseSync, kind: Move['kind'], request: FastifyRequest): Answer => {
  const { id } = parse(params, request.params);
  const { amountMinor } = parse(movement, request.body);
  const idempotencyKey = keyOf(request);
  const keyed = { idempotencyKey, route: request.url, body: request.body };
  return answerOnce(store, keyed, () => moveMoney(store, { kind, chargeId: id, idempotencyKey, amountMinor }));
};

const keyOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && key.length > 0 && key.length <= 255) return key;
  throw new Refusal(400, 'idempotency_key_missing', 'Send an Idempotency-Key of 1 to 255 characters.');
};

/** Remembered durably, so that the second try of a key succeeds even after a restart. */
const failFirst = (store: DatabaseSync, idempotencyKey: string): void => {
  const { changes } = store.prepare('INSERT OR IGNORE INTO fault (idempotency_key) VALUES (?)').run(idempotencyKey);
  if (changes > 0) throw new Refusal(500, 'sandbox_fault', 'The fault this token asks for.');
};

const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'bad_request', z.prettifyError(parsed.error));
};
