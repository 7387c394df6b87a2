import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareSchemas } from './compare-schemas.ts';
import { jsonSchemaOf } from './event-schema.ts';
import type { ChangeKind } from './schema-change.ts';

const base = { orderId: z.string(), total: z.int().min(1).max(100).optional() };
const is = (field: z.ZodType): z.ZodType => z.object({ field });
const line = z.object({ sku: z.string(), quantity: z.int() });
const lines = (item: z.ZodType): z.ZodType => z.object({ lines: z.array(item).nullable() });
const card = z.object({ kind: z.literal('CARD'), token: z.string() });
const cash = z.object({ kind: z.literal('CASH') });
const sepa = z.object({ kind: z.literal('SEPA'), iban: z.string() });
const paidBy = (...kinds: [typeof card, ...z.ZodObject<{ kind: z.ZodLiteral<string> }>[]]) =>
  is(z.discriminatedUnion('kind', kinds));

type Case = [
  what: string,
  before: z.ZodType,
  after: z.ZodType,
  expected: [ChangeKind, field: string, change: RegExp][],
];

const cases: Case[] = [
  ['nothing changes', z.object(base), z.object(base), []],
  ['only a description changes', is(z.string().describe('a')), is(z.string().describe('b')), []],
  ['fields change places', z.object({ a: z.string(), b: z.int() }), z.object({ b: z.int(), a: z.string() }), []],

  [
    'an optional field is added',
    z.object(base),
    z.object({ ...base, note: z.string().optional() }),
    [['compatible', 'note', /new and optional/]],
  ],
  [
    'a required field is added',
    z.object(base),
    z.object({ ...base, note: z.string() }),
    [['breaking', 'note', /new and required/]],
  ],
  [
    'a required field is removed',
    z.object(base),
    z.object({ total: base.total }),
    [['breaking', 'orderId', /was removed/]],
  ],
  [
    'an optional field is removed',
    z.object(base),
    z.object({ orderId: base.orderId }),
    [['breaking', 'total', /was removed/]],
  ],
  [
    'a field is renamed',
    is(z.string().max(7)),
    z.object({ name: z.string().max(7) }),
    [
      ['breaking', 'field', /renamed to name/],
      ['breaking', 'name', /new/],
    ],
  ],
  [
    'an optional field becomes required',
    is(z.string().optional()),
    is(z.string()),
    [['breaking', 'field', /required now/]],
  ],
  [
    'a required field becomes optional',
    is(z.string()),
    is(z.string().optional()),
    [['breaking', 'field', /optional now/]],
  ],

  ['a text becomes a number', is(z.string()), is(z.number()), [['breaking', 'field', /was string, is number/]]],
  ['an integer becomes a number', is(z.int()), is(z.number()), [['breaking', 'field', /was integer, is number/]]],
  [
    'a value becomes a list of it',
    is(z.string()),
    is(z.array(z.string())),
    [['breaking', 'field', /was string, is array/]],
  ],
  ['a field may be null now', is(z.string()), is(z.string().nullable()), [['breaking', 'field', /may be null now/]]],
  [
    'a field may no longer be null',
    is(z.string().nullable()),
    is(z.string()),
    [['breaking', 'field', /no longer be null/]],
  ],
  [
    'the type of a nullable field changes',
    is(z.string().nullable()),
    is(z.int().nullable()),
    [['breaking', 'field', /was string, is integer/]],
  ],

  ['an enum loses a value', is(z.enum(['A', 'B'])), is(z.enum(['A'])), [['breaking', 'field', /lost the value B/]]],
  ['an enum gains a value', is(z.enum(['A'])), is(z.enum(['A', 'B'])), [['careful', 'field', /new value B/]]],
  [
    'an enum renames a value',
    is(z.enum(['A'])),
    is(z.enum(['B'])),
    [
      ['breaking', 'field', /lost the value A/],
      ['careful', 'field', /new value B/],
    ],
  ],
  ['an enum is put in another order', is(z.enum(['A', 'B'])), is(z.enum(['B', 'A'])), []],
  ['a text is restricted to an enum', is(z.string()), is(z.enum(['A'])), [['breaking', 'field', /restricted to A/]]],
  ['an enum becomes any text', is(z.enum(['A'])), is(z.string()), [['careful', 'field', /no longer restricted/]]],
  [
    'a literal changes',
    is(z.literal('A')),
    is(z.literal('B')),
    [
      ['breaking', 'field', /lost the value A/],
      ['careful', 'field', /B/],
    ],
  ],

  [
    'a maximum length is lowered',
    is(z.string().max(9)),
    is(z.string().max(5)),
    [['breaking', 'field', /maxLength from 9 to 5/]],
  ],
  [
    'a maximum length is raised',
    is(z.string().max(5)),
    is(z.string().max(9)),
    [['careful', 'field', /maxLength from 5 to 9/]],
  ],
  ['a maximum length appears', is(z.string()), is(z.string().max(5)), [['breaking', 'field', /new maxLength of 5/]]],
  ['a maximum length goes', is(z.string().max(5)), is(z.string()), [['careful', 'field', /no maxLength/]]],
  [
    'a minimum length is raised',
    is(z.string().min(1)),
    is(z.string().min(2)),
    [['breaking', 'field', /minLength from 1 to 2/]],
  ],
  ['a minimum is raised', is(z.int().min(0)), is(z.int().min(1)), [['breaking', 'field', /minimum from 0 to 1/]]],
  ['a minimum is lowered', is(z.int().min(1)), is(z.int().min(0)), [['careful', 'field', /minimum from 1 to 0/]]],
  ['a maximum is lowered', is(z.int().max(9)), is(z.int().max(8)), [['breaking', 'field', /maximum from 9 to 8/]]],
  ['a bound is excluded', is(z.number().min(3)), is(z.number().gt(3)), [['breaking', 'field', /minimum.*excluded/]]],
  ['a bound is included', is(z.number().lt(3)), is(z.number().max(3)), [['careful', 'field', /maximum.*included/]]],
  [
    'a list must have more items',
    is(z.array(z.string())),
    is(z.array(z.string()).min(1)),
    [['breaking', 'field', /new minItems/]],
  ],
  [
    'a list may have fewer items',
    is(z.array(z.string()).min(1)),
    is(z.array(z.string())),
    [['careful', 'field', /no minItems/]],
  ],
  ['a pattern appears', is(z.string()), is(z.string().regex(/^a/)), [['breaking', 'field', /new pattern/]]],
  [
    'a pattern changes',
    is(z.string().regex(/^a/)),
    is(z.string().regex(/^b/)),
    [['breaking', 'field', /pattern from \^a to \^b/]],
  ],
  ['a pattern goes', is(z.string().regex(/^a/)), is(z.string()), [['careful', 'field', /no pattern/]]],
  [
    'a text becomes an instant',
    is(z.string()),
    is(z.iso.datetime()),
    [
      ['breaking', 'field', /pattern/],
      ['breaking', 'field', /format/],
    ],
  ],
  ['a number becomes a multiple', is(z.int()), is(z.int().multipleOf(5)), [['breaking', 'field', /new multipleOf/]]],

  [
    'a field of an item is removed',
    lines(line),
    lines(line.omit({ sku: true })),
    [['breaking', 'lines[].sku', /was removed/]],
  ],
  [
    'a field of an item changes its type',
    lines(line),
    lines(line.extend({ quantity: z.string() })),
    [['breaking', 'lines[].quantity', /was integer/]],
  ],
  [
    'an optional field of an item is added',
    lines(line),
    lines(line.extend({ note: z.string().optional() })),
    [['compatible', 'lines[].note', /new/]],
  ],
  [
    'a field two objects deep is removed',
    is(z.object({ inner: line })),
    is(z.object({ inner: line.omit({ sku: true }) })),
    [['breaking', 'field.inner.sku', /removed/]],
  ],
  [
    'the values of a record change',
    is(z.record(z.string(), z.int())),
    is(z.record(z.string(), z.string())),
    [['breaking', 'field.*', /was integer/]],
  ],
  ['unknown fields are refused', is(z.object({})), is(z.strictObject({})), [['breaking', 'field', /refuses further/]]],
  ['unknown fields are taken', is(z.strictObject({})), is(z.object({})), [['careful', 'field', /further fields/]]],
  [
    'a tuple grows',
    is(z.tuple([z.int()])),
    is(z.tuple([z.int(), z.int()])),
    [
      ['breaking', 'field', /minItems/],
      ['careful', 'field', /maxItems/],
      ['breaking', 'field[]', /items/],
    ],
  ],

  ['a union loses an alternative', paidBy(card, cash), paidBy(card), [['breaking', 'field', /alternative.*CASH/]]],
  [
    'a union gains an alternative',
    paidBy(card, cash),
    paidBy(card, cash, sepa),
    [['careful', 'field', /alternative.*SEPA/]],
  ],
  [
    'an alternative loses a field',
    paidBy(card, sepa),
    paidBy(card, sepa.omit({ iban: true })),
    [['breaking', 'field.iban', /removed/]],
  ],
  [
    'a default appears, which this comparison does not know',
    is(z.int().optional()),
    is(z.int().default(1)),
    [['breaking', 'field', /"default".*cannot judge/]],
  ],
  [
    'two things change at once',
    z.object(base),
    z.object({ orderId: z.int() }),
    [
      ['breaking', 'orderId', /was string/],
      ['breaking', 'total', /removed/],
    ],
  ],
];

describe('comparing a contract with its published state', () => {
  it.each(cases)('when %s', (_, before, after, expected) => {
    const changes = compareSchemas(jsonSchemaOf(before, 'draft-4'), jsonSchemaOf(after, 'draft-4'));
    expect(changes).toEqual(
      expected.map(([kind, field, change]) => ({ kind, field, change: expect.stringMatching(change) })),
    );
  });

  it('sees a bound excluded in the words of later drafts too', () => {
    const [before, after] = [
      { type: 'number', minimum: 3 },
      { type: 'number', exclusiveMinimum: 3 },
    ];
    expect(compareSchemas(before, after)).toMatchObject([{ kind: 'breaking' }]);
    expect(compareSchemas(after, before)).toMatchObject([{ kind: 'careful' }]);
  });
});
