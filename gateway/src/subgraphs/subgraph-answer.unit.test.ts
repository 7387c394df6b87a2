import { describe, expect, it } from 'vitest';
import { readSubgraphAnswer } from './subgraph-answer.ts';

const read = (body: unknown, status = 200) => readSubgraphAnswer({ status, body: JSON.stringify(body) });
const codeOf = (code: string, message = 'm') =>
  read({ errors: [{ message, extensions: { code } }] }).errors?.[0]?.extensions?.['code'];

describe('the answer of a subgraph', () => {
  it('is its data, and of its errors the message, the path and a code that may pass', () => {
    const error = {
      message: 'm',
      path: ['a', 0],
      locations: [{ line: 1, column: 1 }],
      extensions: { code: 'FORBIDDEN', http: { status: 302 }, stacktrace: [] },
    };
    expect(read({ data: { a: [null] }, errors: [error], extensions: { secret: 1 } })).toEqual({
      data: { a: [null] },
      errors: [{ message: 'm', path: ['a', 0], extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('may not speak with the codes of the gateway itself', () => {
    for (const code of [
      'SUBGRAPH_UNAVAILABLE',
      'UNAVAILABLE',
      'GRAPHQL_PARSE_FAILED',
      'BAD_REQUEST',
      'PERSISTED_QUERY_NOT_FOUND',
    ]) {
      expect(codeOf(code)).toBe(`FAULT ${code}`);
    }
  });

  it('tells the client’s bad literal from a supergraph that does not fit', () => {
    expect(codeOf('GRAPHQL_VALIDATION_FAILED', 'Expected value of type "BigInt", found "much".')).toBe(
      'BAD_USER_INPUT',
    );
    expect(codeOf('GRAPHQL_VALIDATION_FAILED', 'Cannot query field "a" on type "B".')).toBe(
      'FAULT GRAPHQL_VALIDATION_FAILED',
    );
  });

  it.each([
    ['nothing', {}, 200],
    ['a refusal of the gateway', { errors: [{ message: 'no' }] }, 401],
    ['data that is no object', { data: 'x' }, 200],
    ['a list', [], 200],
  ])('is none when it is %s', (_name, body, status) => {
    expect(() => read(body, status)).toThrow();
  });
});
