import { describe, expect, it } from 'vitest';
import { createLogger } from './index.ts';

/** What is logged of an error. */
const logged = (err: unknown) => {
  const lines: string[] = [];
  createLogger({ service: 'user', level: 'info' }, { write: (line) => void lines.push(line) }).error({ err }, 'failed');
  return { text: lines.join(), entry: JSON.parse(lines[0] ?? '').err };
};

describe('an error in the log', () => {
  it('says what kind it is, what it says, where it was thrown, and what caused it', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const { entry } = logged(new TypeError('fetch failed', { cause }));
    expect(entry).toMatchObject({
      type: 'TypeError',
      message: 'fetch failed',
      stack: expect.stringContaining('error-entry.unit.test.ts'),
      cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', syscall: 'connect' },
    });
    const several = logged(new AggregateError([new Error('one'), new Error('two')], 'both failed'));
    expect(several.entry.errors).toMatchObject([{ message: 'one' }, { message: 'two' }]);
  });

  it('repeats no row that a constraint refused, however deep it stands', () => {
    const refused = Object.assign(new Error('new row for relation "app_user" violates check constraint "c"'), {
      code: '23514',
      constraint: 'c',
      detail: 'Failing row contains (quintessa@example.com)',
      meta: { driverAdapterError: { cause: { detail: 'quintessa' } } },
    });
    const { text, entry } = logged(new Error('not saved', { cause: refused }));
    expect(text).not.toContain('quintessa');
    expect(entry.cause).toMatchObject({ code: '23514', constraint: 'c', message: refused.message });
  });

  it('repeats no value that PostgreSQL could not read', () => {
    const words = 'invalid input syntax for type uuid: "quintessa "the" first"';
    const byPrisma = new Error(`Raw query failed. Code: \`22P02\`. Message: \`${words}\``);
    for (const error of [Object.assign(new Error(words), { code: '22P02' }), byPrisma]) {
      const { text, entry } = logged(error);
      expect(text).not.toContain('quintessa');
      expect(entry.message).toContain('invalid input syntax for type uuid: "[redacted]"');
    }
  });

  it('is said in short when it is none, and ends where causes go round', () => {
    expect(logged('gone').entry).toBe('gone');
    expect(logged({ email: 'quintessa' }).text).not.toContain('quintessa');
    const round = new Error('round');
    round.cause = round;
    expect(logged(round).entry.cause.message).toBe('round');
  });
});
