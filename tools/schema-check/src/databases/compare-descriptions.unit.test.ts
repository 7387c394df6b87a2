import { describe, expect, it } from 'vitest';
import { readBeyondPrisma } from './beyond-prisma.ts';
import { compareDescriptions } from './compare-descriptions.ts';

const title = 'column thing.title';
const check = 'constraint thing.positive';
const nothing = { adds: new Set<string>(), differs: new Map<string, string>() };
const compare = (made: Record<string, string>, said: Record<string, string>, beyond = nothing) =>
  compareDescriptions({ made: new Map(Object.entries(made)), said: new Map(Object.entries(said)), beyond });

describe('two databases', () => {
  it('that are the same have no difference', () => {
    expect(compare({ [title]: 'text' }, { [title]: 'text' })).toEqual([]);
  });

  it('differ in what one of them alone has, unless the migrations are declared to go beyond the schema', () => {
    expect(compare({ [check]: 'CHECK (x)' }, {})).toEqual([{ kind: 'unsaid', thing: check, made: 'CHECK (x)' }]);
    expect(compare({ [check]: 'CHECK (x)' }, {}, { ...nothing, adds: new Set([check]) })).toEqual([]);
    // What the schema promises cannot be declared away.
    expect(compare({}, { [check]: 'CHECK (x)' }, { ...nothing, adds: new Set([check]) })).toEqual([
      { kind: 'unmade', thing: check, said: 'CHECK (x)' },
      { kind: 'gone', thing: check },
    ]);
  });

  it('differ in what is otherwise, unless just that form is declared', () => {
    const [made, said] = [{ [title]: 'text' }, { [title]: 'text NOT NULL' }];
    const declared = (form: string) => ({ ...nothing, differs: new Map([[title, form]]) });
    expect(compare(made, said)).toEqual([{ kind: 'differs', thing: title, made: 'text', said: 'text NOT NULL' }]);
    expect(compare(made, said, declared('text'))).toEqual([]);
    expect(compare(made, said, declared('bigint'))).toHaveLength(1);
    expect(compare(made, made, declared('text'))).toEqual([{ kind: 'gone', thing: title }]);
  });

  it('differ in a table that one of them lacks, and not once more in each of its columns', () => {
    const thing = { 'table thing': 'p', [title]: 'text', 'column thingamajig.x': 'text' };
    expect(compare(thing, {}).map((each) => each.thing)).toEqual(['column thingamajig.x', 'table thing']);
  });
});

describe('what is declared', () => {
  const read = (text: string) => readBeyondPrisma(new Map([['prisma/shop/beyond-prisma.json', text]]), 'shop');

  it('needs a reason, and names nothing that is not read', () => {
    const why = 'Prisma has no word for this.';
    expect(read(JSON.stringify([{ why, adds: [check] }])).adds).toEqual(new Set([check]));
    for (const wrong of ['{', '{}', '[{"adds":[]}]', '[{"why":"short"}]', JSON.stringify([{ why, ads: [check] }])])
      expect(() => read(wrong)).toThrow('prisma/shop/beyond-prisma.json is not as it should be');
  });
});
