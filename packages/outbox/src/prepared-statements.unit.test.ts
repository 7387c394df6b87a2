import { describe, expect, it } from 'vitest';
import { createStatementNames } from './prepared-statements.ts';

const often = (names: ReturnType<typeof createStatementNames>, sql: string): string =>
  [1, 2, 3].map(() => names({ sql })).at(-1) ?? '';

describe('a statement', () => {
  it('is prepared under a name of its own once it has come three times', () => {
    const names = createStatementNames();
    const sql = 'SELECT id FROM cart WHERE id = $1';
    expect([1, 2, 3, 4].map(() => names({ sql }))).toEqual(['', '', 's0', 's0']);
    expect(often(names, `${sql} FOR UPDATE`)).toBe('s1');
  });

  it('whose columns are whatever the table has is never prepared: a migration would break it', () => {
    const names = createStatementNames();
    const stars = [
      'SELECT * FROM cart',
      'DELETE FROM cart RETURNING *',
      'SELECT c.* FROM cart c',
      'SELECT id, * FROM a',
    ];
    expect(stars.map((sql) => often(names, sql))).toEqual(['', '', '', '']);
    const others = ['SELECT count(*) FROM cart', 'SELECT 2 * $1 AS twice', 'SELECT COUNT( * )::int, (a * b) FROM cart'];
    expect(others.map((sql) => often(names, sql))).not.toContain('');
  });

  it('takes no more plans and no more memory, however many texts there are', () => {
    const names = createStatementNames();
    const given = Array.from({ length: 1_000 }, (_, n) => often(names, `SELECT ${n}`));
    expect(given.filter(Boolean)).toHaveLength(250);
    expect(often(names, `SELECT ${'x'.repeat(8_192)}`)).toBe('');
    const others = createStatementNames();
    for (let n = 0; n < 1_000; n += 1) others({ sql: `SELECT ${n}` });
    expect(others({ sql: 'SELECT 999' })).toBe('');
    expect(others({ sql: 'SELECT 999' })).toBe('s0');
    expect(others({ sql: 'SELECT 0' })).toBe('');
    expect(others({ sql: 'SELECT 0' })).toBe('');
  });
});
