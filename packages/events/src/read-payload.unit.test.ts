import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { earlierVersion } from './earlier-version.ts';
import { readPayload } from './read-payload.ts';

const v1 = z.object({ orderId: z.string(), total: z.int() });
const v2 = z.object({ orderId: z.string(), totalMinor: z.string() });
const v3 = z.object({ orderId: z.string(), totalMinor: z.string().min(1), currencyCode: z.string() });

const orderPriced = defineEvent({
  name: 'OrderPriced',
  version: 3,
  emitter: 'order',
  reactors: ['payment'],
  description: 'An event with a past.',
  data: v3,
  example: { orderId: 'o', totalMinor: '4200', currencyCode: 'EUR' },
  earlier: [
    earlierVersion({
      version: 1,
      data: v1,
      example: { orderId: 'o', total: 4200 },
      next: v2,
      upcast: ({ orderId, total }) => ({ orderId, totalMinor: total < 0 ? '' : String(total) }),
    }),
    earlierVersion({
      version: 2,
      data: v2,
      example: { orderId: 'o', totalMinor: '4200' },
      next: v3,
      upcast: (data) => ({ ...data, currencyCode: 'EUR' }),
    }),
  ],
});

const newest = { orderId: 'o', totalMinor: '4200', currencyCode: 'EUR' };

describe('reading an event of any version', () => {
  it.each(orderPriced.versions)('lifts version $version to the newest', ({ version, example }) => {
    expect(readPayload(orderPriced, version, example)).toEqual({ ok: true, data: newest });
  });

  it('judges the data by the version it was sent in', () => {
    const refused = readPayload(orderPriced, 1, newest);
    expect(refused).toMatchObject({ ok: false, reason: expect.stringContaining('total') });
  });

  it('leaves out what a newer producer of the same version added', () => {
    expect(readPayload(orderPriced, 2, { orderId: 'o', totalMinor: '4200', addedLater: 1 })).toEqual({
      ok: true,
      data: newest,
    });
  });

  it('names the versions it reads when it meets another', () => {
    expect(readPayload(orderPriced, 4, newest)).toEqual({
      ok: false,
      reason: 'OrderPriced has version 4, this consumer reads 1, 2, 3',
    });
  });

  it('says so when an old event cannot become a new one, instead of throwing', () => {
    expect(readPayload(orderPriced, 1, { orderId: 'o', total: -1 })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/version 1 cannot be read as a newer one.*totalMinor/s),
    });
  });
});
