import { type LimitName, limitTable } from '@cartograph/graph-limits';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLimitCheck } from './exceeded-limit.ts';
import { limitSettings, limitsOf } from './limit-settings.ts';

const limits = limitsOf(z.object(limitSettings).parse({}));
const times = (count: number, text: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(' ');
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const exceeded = (query: unknown, variables: unknown = null) =>
  createLimitCheck(limits)({ query, variables })?.limit ?? null;

describe('the limits of a request', () => {
  it.each<[LimitName, (count: number) => string]>([
    ['depth', nested],
    ['fields', (count) => `{ a { ${times(count - 1, (i) => `b${i}`)} } }`],
    ['repeats', (count) => `{ a { ${times(count + 1, 'b')} } }`],
    ['aliases', (count) => `{ a { ${times(count, (i) => `x${i}: b`)} } }`],
    ['rootFields', (count) => `{ ${times(count, 'a')} }`],
    ['directives', (count) => `{ a ${times(count, '@skip(if: false)')} }`],
  ])('allow as much as they say of %s, and not one more', (limit, text) => {
    const allowed = limitTable[limit].byDefault;
    expect(exceeded(text(allowed))).toBeNull();
    expect(exceeded(text(allowed + 1))).toBe(limit);
  });

  it('stop the parser at the last token that is allowed', () => {
    // A field with an argument of n numbers: { a ( b : [ ... ] ) } are 9 tokens beside them.
    const list = (tokens: number) => `{ a(b: [${times(tokens - 9, '1')}]) }`;
    expect(exceeded(list(limits.tokens))).toBeNull();
    expect(exceeded(list(limits.tokens + 1))).toBe('tokens');
    expect(exceeded(`{ a(b: ${'['.repeat(100_000)}`)).toBe('tokens');
  });

  it('stop what would exhaust the stack of the parser, finished or not', () => {
    const lists = (levels: number) => `{ a(b: ${'['.repeat(levels)}${']'.repeat(levels)}) }`;
    expect(exceeded(lists(limits.nesting - 2))).toBeNull();
    expect(exceeded(lists(limits.nesting - 1))).toBe('nesting');
    expect(exceeded(`{ a(b: ${'['.repeat(limits.tokens - 5)}`)).toBe('nesting');
    expect(exceeded('{ a '.repeat(limits.tokens / 2))).toBe('nesting');
  });

  it('hold for variables, however they are nested', () => {
    const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
    // The object of all variables is the first level.
    expect(exceeded('{ a }', { list: deep(limits.variableDepth - 1) })).toBeNull();
    expect(exceeded('{ a }', { list: deep(limits.variableDepth) })).toBe('variableDepth');
    expect(exceeded('{ a }', deep(100_000))).toBe('variableDepth');
    expect(exceeded('{ a }', { text: 'é'.repeat(limits.variableBytes / 2) })).toBe('variableBytes');
  });

  it('are no business of what is no GraphQL, and none of what is no document', () => {
    for (const query of ['{ a', '', 7, null, ['{ a }'], 'query { a }}']) expect(exceeded(query)).toBeNull();
  });

  it('are checked again when a document comes again that did not keep them', () => {
    const check = createLimitCheck(limits);
    const request = { query: nested(limits.depth + 1), variables: undefined };
    expect([check(request), check(request)]).toEqual(Array(2).fill({ limit: 'depth', allowed: limits.depth }));
  });

  it('have a code and a variable of their own each', () => {
    const all = Object.values(limitTable);
    expect(new Set(all.map(({ variable }) => variable)).size).toBe(all.length);
    // Too many requests are one thing to clients, by whomever they are counted.
    const others = all.map(({ code }) => code).filter((code) => code !== 'RATE_LIMITED');
    expect(new Set(others).size).toBe(others.length);
    expect(all.length - others.length).toBe(3);
  });
});
