import { describe, expect, it } from 'vitest';
import { misjudgedLists } from './list-lengths.ts';

const schema = (lines: string) =>
  `type Order { ${lines} } type Line { id: ID! } enum Colour { RED } type LineConnection { nodes: [Line!]! }`;

describe('lists that can be longer than cost takes them for', () => {
  it('are those of which nothing is said, or too little', () => {
    expect(misjudgedLists(schema('lines: [Line!]!'), {})).toEqual([
      'Order.lines is taken for 10, and nothing says how long it can be',
    ]);
    expect(misjudgedLists(schema('lines: [Line!]!'), { 'Order.lines': 11 })).toEqual([
      'Order.lines can hold 11, and is taken for 10',
    ]);
    const said = schema('lines: [Line!]! @listSize(assumedSize: 50)');
    expect(misjudgedLists(said, { 'Order.lines': 51 })).toEqual(['Order.lines can hold 51, and is taken for 50']);
    expect(misjudgedLists(said, { '*.lines': 50 })).toEqual([]);
  });

  it('are not those whose size an argument always says', () => {
    const sliced = (more: string) =>
      schema(`lines(first: Int${more}): [Line!]! @listSize(slicingArguments: ["first"])`);
    expect(misjudgedLists(sliced(' = 20'), {})).toEqual([]);
    expect(misjudgedLists(sliced(''), { '*.lines': 200 })).toEqual(['Order.lines can hold 200, and is taken for 10']);
  });

  it('are not lists of what weighs nothing, nor pages; and what is no list is told', () => {
    expect(misjudgedLists(schema('names: [String!]! colours: [[Colour]] page: LineConnection'), {})).toEqual([]);
    expect(misjudgedLists(schema('id: ID!'), { 'Order.id': 1 })).toEqual(['Order.id is no list of objects']);
  });
});
