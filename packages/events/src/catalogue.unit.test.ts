import { describe, expect, it } from 'vitest';
import { catalogue, parseDeliveredEvent, queueRoutes, sourceOf } from './index.ts';

const delivered = (contract: (typeof catalogue)[number], change: Record<string, unknown> = {}) =>
  JSON.stringify({
    source: sourceOf(contract.emitter),
    'detail-type': contract.name,
    detail: {
      eventId: '019b0000-0000-7000-8000-000000000000',
      schemaVersion: contract.version,
      occurredAt: '2026-01-01T12:00:00.000Z',
      aggregateId: 'order_01jd8q3v9kf7ztm5w2c4x6y8za',
      aggregateVersion: 1,
      correlationId: 'c',
      causationId: null,
      traceparent: null,
      actor: { kind: 'SYSTEM', id: null },
      data: contract.example,
      ...change,
    },
  });

describe('the event catalogue', () => {
  it('has unique names', () => {
    expect(catalogue.length).toBeGreaterThan(15);
    expect(new Set(catalogue.map((contract) => contract.name)).size).toBe(catalogue.length);
  });

  it.each(catalogue.map((contract) => [contract.name, contract] as const))(
    'reads its own example of %s',
    (_, contract) => {
      const parsed = parseDeliveredEvent(delivered(contract));
      expect(parsed).toMatchObject({ ok: true, event: { name: contract.name, data: contract.example } });
    },
  );

  it.each(catalogue.map((contract) => [contract.name, contract] as const))(
    'refuses a %s without its data',
    (_, contract) => {
      expect(parseDeliveredEvent(delivered(contract, { data: {} }))).toMatchObject({ ok: false });
    },
  );

  it('says why a message is not an event', () => {
    const [contract] = catalogue;
    if (!contract) throw new Error('the catalogue is empty');
    expect(parseDeliveredEvent('{')).toMatchObject({ ok: false, reason: expect.stringContaining('envelope') });
    expect(parseDeliveredEvent(delivered(contract, { schemaVersion: 99 }))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('version 99'),
    });
    expect(parseDeliveredEvent(delivered(contract).replace(contract.name, 'Nonsense'))).toMatchObject({ ok: false });
  });

  it('routes every event to a queue of each subgraph that reacts, and to no other', () => {
    const routed = queueRoutes().flatMap((route) =>
      route.pattern['detail-type'].map((name) => `${name}>${route.subgraph}`),
    );
    const promised = catalogue.flatMap((contract) =>
      contract.reactors.map((subgraph) => `${contract.name}>${subgraph}`),
    );
    expect(routed.sort()).toEqual(promised.sort());
  });
});
