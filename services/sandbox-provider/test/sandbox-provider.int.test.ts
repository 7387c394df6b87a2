import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProviderProcess, startProviderProcess } from './provider-process.ts';

let dataDir: string;
let provider: ProviderProcess;
let serial = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sandbox-provider-'));
  provider = await startProviderProcess(dataDir);
});
afterAll(async () => {
  await provider.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

const anAuthorization = (paymentMethodToken: string) => {
  serial += 1;
  return {
    key: `key-${serial}`,
    body: { amountMinor: '4200', currency: 'EUR', paymentMethodToken, reference: `ref-${serial}` },
  };
};
const authorize = (wanted: ReturnType<typeof anAuthorization>, timeoutMs?: number) =>
  provider.ask('POST', '/v1/payments', { ...wanted, ...(timeoutMs !== undefined && { timeoutMs }) });
const move = (id: unknown, [kind, amountMinor]: [kind: string, amountMinor: string], key: string = randomUUID()) =>
  provider.ask('POST', `/v1/payments/${String(id)}/${kind}`, { key, body: { amountMinor } });
const chargesOf = async (reference: string) =>
  (await provider.ask('GET', `/v1/payments?reference=${reference}`)).body.payments as unknown as Record<
    string,
    unknown
  >[];

describe('test tokens', () => {
  it.each([
    ['tok_approve', 'authorized', null],
    ['tok_capture_fails', 'authorized', null],
    ['tok_decline', 'declined', 'card_declined'],
    ['tok_insufficient_funds', 'declined', 'insufficient_funds'],
    ['tok_3ds', 'requires_action', null],
  ])('answers %s with %s', async (token, status, declineReason) => {
    const answer = await authorize(anAuthorization(token));
    expect(answer).toMatchObject({ status: 201, body: { status, declineReason } });
  });

  it('refuses a token that is no payment method', async () => {
    expect(await authorize(anAuthorization('toString'))).toMatchObject({ status: 422 });
  });

  it('charges and never answers, and answers the retry with the same key about the one charge', async () => {
    const wanted = anAuthorization('tok_timeout_after_charge');
    await expect(authorize(wanted, 300)).rejects.toThrow('timeout');
    expect(await chargesOf(wanted.body.reference)).toHaveLength(1);
    expect(await authorize(wanted)).toMatchObject({ status: 201, body: { status: 'authorized' } });
    expect(await chargesOf(wanted.body.reference)).toHaveLength(1);
  });

  it('fails before it charges, and charges once at the retry', async () => {
    const wanted = anAuthorization('tok_error_before_charge');
    expect(await authorize(wanted)).toMatchObject({ status: 500 });
    expect(await chargesOf(wanted.body.reference)).toHaveLength(0);
    expect(await authorize(wanted)).toMatchObject({ status: 201 });
    expect(await chargesOf(wanted.body.reference)).toHaveLength(1);
  });
});

describe('idempotency keys', () => {
  it('give one charge and one answer for twenty requests at once', async () => {
    const wanted = anAuthorization('tok_approve');
    const answers = await Promise.all(Array.from({ length: 20 }, () => authorize(wanted)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await chargesOf(wanted.body.reference)).toHaveLength(1);
  });

  it('are refused for another request', async () => {
    const wanted = anAuthorization('tok_approve');
    await authorize(wanted);
    const other = { ...wanted, body: { ...wanted.body, amountMinor: '1' } };
    expect(await authorize(other)).toMatchObject({ status: 409, body: { error: { code: 'idempotency_key_reused' } } });
  });

  it('find the payment they were used for', async () => {
    const wanted = anAuthorization('tok_approve');
    const { body } = await authorize(wanted);
    await move(body.id, ['capture', '4200'], `${wanted.key}:capture`);
    const found = await provider.ask('GET', `/v1/payments?idempotencyKey=${wanted.key}:capture`);
    expect(found.body.payments).toMatchObject([
      { id: body.id, operations: [{ kind: 'authorize' }, { kind: 'capture' }] },
    ]);
  });

  it('are demanded', async () => {
    const { body } = anAuthorization('tok_approve');
    expect(await provider.ask('POST', '/v1/payments', { body })).toMatchObject({ status: 400 });
  });
});

describe('money', () => {
  it('is captured once and up to what was authorised', async () => {
    const { body } = await authorize(anAuthorization('tok_approve'));
    expect(await move(body.id, ['capture', '4201'])).toMatchObject({ status: 422 });
    expect(await move(body.id, ['capture', '4200'])).toMatchObject({ status: 200, body: { status: 'captured' } });
    expect(await move(body.id, ['capture', '1'])).toMatchObject({ status: 422 });
    expect(await move(body.id, ['void', '4200'])).toMatchObject({ status: 422 });
  });

  it('is refunded in parts up to what was captured', async () => {
    const { body } = await authorize(anAuthorization('tok_approve'));
    expect(await move(body.id, ['refund', '1'])).toMatchObject({ status: 422 });
    await move(body.id, ['capture', '4000']);
    expect(await move(body.id, ['refund', '3000'])).toMatchObject({
      body: { status: 'captured', refundedMinor: '3000' },
    });
    expect(await move(body.id, ['refund', '1001'])).toMatchObject({ status: 422 });
    expect(await move(body.id, ['refund', '1000'])).toMatchObject({
      body: { status: 'refunded', refundedMinor: '4000' },
    });
  });

  it('is let go by a void, once', async () => {
    const { body } = await authorize(anAuthorization('tok_approve'));
    expect(await move(body.id, ['void', '4200'])).toMatchObject({ status: 200, body: { status: 'voided' } });
    expect(await move(body.id, ['capture', '4200'])).toMatchObject({ status: 422 });
  });

  it('stays held when the bank refuses the capture, and the refusal is found by its key', async () => {
    const { body } = await authorize(anAuthorization('tok_capture_fails'));
    expect(await move(body.id, ['capture', '4200'])).toMatchObject({
      status: 402,
      body: { error: { code: 'capture_declined' } },
    });
    expect((await provider.ask('GET', `/v1/payments/${String(body.id)}`)).body).toMatchObject({
      status: 'authorized',
      operations: [{ status: 'succeeded' }, { kind: 'capture', status: 'declined' }],
    });
  });
});

it('lets nobody in without the key, health aside', async () => {
  expect((await fetch(`${provider.url}/v1/ledger`)).status).toBe(401);
  expect((await fetch(`${provider.url}/ready`)).status).toBe(200);
});

it('keeps charges and answers through a kill and a restart', async () => {
  const wanted = anAuthorization('tok_approve');
  const before = await authorize(wanted);
  await provider.end('SIGKILL');
  provider = await startProviderProcess(dataDir);
  expect(await authorize(wanted)).toEqual(before);
  const ledger = (await provider.ask('GET', '/v1/ledger')).body.payments as unknown as { reference: string }[];
  expect(ledger.filter(({ reference }) => reference === wanted.body.reference)).toHaveLength(1);
});

it('stops at once and cleanly while a connection is held in silence', async () => {
  const silent = authorize(anAuthorization('tok_timeout_after_charge'), 20_000);
  silent.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const startedAt = Date.now();
  expect(await provider.end('SIGTERM')).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(3_000);
  await expect(silent).rejects.toThrow();
  provider = await startProviderProcess(dataDir);
});
