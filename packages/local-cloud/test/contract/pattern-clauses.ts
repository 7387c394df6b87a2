import { PutRuleCommand, TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { type PatternExample, patternExamples } from './pattern-examples.ts';
import { aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause, World } from './target.ts';

type Case = { pattern: object; detail: object; isWanted: boolean };

const caseOf = ([condition, value, isWanted]: PatternExample): Case => ({
  pattern: { field: [condition] },
  detail: value === undefined ? {} : { field: value },
  isWanted,
});

/** Sends each detail to a rule of its own and compares which ones come. */
async function judgeByDelivery(world: World, cases: Case[]): Promise<void> {
  const { addRule, put, receiveUntil } = await aRoute(world, { source: ['end'] });
  for (const [at, { pattern }] of cases.entries()) await addRule(`case-${at}`, { source: [`${at}`], detail: pattern });
  await put(cases.map(({ detail }, at) => ({ Source: `${at}`, Detail: JSON.stringify(detail) })));
  await put([{ Source: 'end' }]);
  const came = new Set((await receiveUntil('end')).map(({ source }) => source));
  expect(cases.map((judged, at) => ({ ...judged, isWanted: came.has(`${at}`) }))).toEqual(cases);
}

const operators = Object.entries(patternExamples).map(
  ([operator, examples]): Clause => ({
    id: `pattern ${operator}`,
    title: `patterns by ${operator} choose what they should`,
    run: (world) => judgeByDelivery(world, examples.map(caseOf)),
  }),
);

const structures: Clause[] = [
  {
    id: 'pattern $or',
    title: 'one of the alternatives of $or is enough, together with the fields beside it',
    run(world) {
      const pattern = { a: ['x'], $or: [{ b: [1] }, { c: { d: [2] } }] };
      return judgeByDelivery(world, [
        { pattern, detail: { a: 'x', b: 1 }, isWanted: true },
        { pattern, detail: { a: 'x', c: { d: 2 } }, isWanted: true },
        { pattern, detail: { a: 'x', b: 2 }, isWanted: false },
        { pattern, detail: { a: 'y', b: 1 }, isWanted: false },
      ]);
    },
  },
  {
    id: 'pattern array of objects',
    title: 'an array of objects matches by one object that fits whole',
    run(world) {
      const pattern = { lines: { sku: ['A'], quantity: [2] } };
      const [fits, other] = [
        { sku: 'A', quantity: 2 },
        { sku: 'B', quantity: 2 },
      ];
      return judgeByDelivery(world, [
        { pattern, detail: { lines: [other, fits] }, isWanted: true },
        { pattern, detail: { lines: [{ ...fits, quantity: 1 }, other] }, isWanted: false },
      ]);
    },
  },
];

const putPattern = ({ bridge }: World, EventPattern: string) =>
  bridge.send(new PutRuleCommand({ Name: uniqueName('rule'), EventPattern }));

const refusals = (id: string, title: string, patterns: string[]): Clause => ({
  id,
  title,
  async run(world) {
    for (const pattern of patterns) {
      await expect(putPattern(world, pattern)).rejects.toMatchObject(refusedAs('InvalidEventPatternException'));
    }
  },
});

const anEvent = {
  id: '1',
  account: '000000000000',
  source: 'shop',
  time: '2026-01-01T00:00:00Z',
  region: 'eu-central-1',
  resources: [],
  'detail-type': 'Sold',
  detail: {},
};

export const patternClauses: Clause[] = [
  ...operators,
  ...structures,
  refusals('pattern shape', 'a pattern that is no JSON, or whose fields are no lists, is refused', [
    '{',
    '{"source":"shop"}',
    '{"source":[]}',
  ]),
  refusals('pattern operators checked', 'a pattern with an operator that does not exist, or used wrongly, is refused', [
    '{"source":[{"like":"x"}]}',
    '{"source":[{"numeric":["~",1]}]}',
    '{"source":[{"cidr":"10.0.0.0/33"}]}',
    '{"source":[{"wildcard":"a**b"}]}',
    '{"$or":[{"source":["x"]}]}',
  ]),
  {
    id: 'pattern tested',
    title: 'TestEventPattern judges without sending, and refuses an event that is none',
    async run({ bridge }) {
      const judge = (pattern: object, event: object = anEvent) =>
        bridge.send(
          new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event: JSON.stringify(event) }),
        );
      expect((await judge({ source: ['shop'] })).Result).toBe(true);
      expect((await judge({ source: [{ prefix: 'x' }] })).Result).toBe(false);
      await expect(judge({ source: [] })).rejects.toMatchObject(refusedAs('InvalidEventPatternException'));
      await expect(judge({ source: ['shop'] }, {})).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
];
