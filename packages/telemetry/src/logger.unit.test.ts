import { describe, expect, it } from 'vitest';
import { createLogger } from './index.ts';

describe('the logger', () => {
  it('writes one line of JSON an entry and cuts credentials out', () => {
    const lines: string[] = [];
    const logger = createLogger({ service: 'order', level: 'info' }, { write: (line) => lines.push(line) });
    logger.info({ orderId: 'order_1', headers: { authorization: 'Bearer abc' }, email: 'a@b.c' }, 'placed');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      service: 'order',
      level: 'info',
      orderId: 'order_1',
      msg: 'placed',
    });
    expect(lines[0]).not.toMatch(/abc|a@b\.c/);
  });
});
