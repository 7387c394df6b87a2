import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessSubgraphs } from './support/in-process-subgraphs.ts';
import { type Engine, startCartograph } from './support/two-engines.ts';

type Given = Record<string, unknown>;
const json = (value: unknown) => JSON.stringify(value);

const shop = inProcessSubgraphs({
  catalogue: {
    sdl: `type Query { chairs: [Chair!]! good: Good }
      enum At { NOW LATER }
      interface Good { id: ID! }
      type Box @shareable { size(unit: String): String }
      type Chair implements Good @key(fields: "id") {
        id: ID! price(currency: String = "EUR", at: At): String name(upper: Boolean): String box(n: Int): Box
      }`,
    resolvers: {
      Query: { chairs: () => [{ id: '1' }, { id: '2' }], good: () => ({ __typename: 'Chair', id: '1' }) },
      Chair: {
        __resolveReference: (reference: object) => reference,
        price: ({ id }: Given, { currency, at }: Given) => {
          if (currency === 'XXX' && id === '2') throw new Error('no such currency');
          return `${String(id)} ${String(currency)} ${String(at)}`;
        },
        name: (_: Given, { upper }: Given) => (upper === true ? 'CHAIR' : 'chair'),
        box: ({ id }: Given, { n }: Given) => ({ of: `${String(id)}/${String(n)}` }),
      },
      Box: { size: ({ of }: Given, { unit }: Given) => `${String(of)} ${String(unit)}` },
    },
  },
  stock: {
    sdl: `enum At { NOW LATER }
      type Box @shareable { size(unit: String): String }
      type Tax @shareable { of: String times(n: Int): Int }
      type Chair @key(fields: "id") {
        id: ID! price(currency: String = "EUR", at: At): String @external name(upper: Boolean): String @external
        box(n: Int): Box @external
        eur: String @requires(fields: "price") inEur: String @requires(fields: "price name")
        usd(n: Int): Tax @requires(fields: "price(currency: \\"USD\\", at: LATER) name(upper: true)")
        lost: String @requires(fields: "price(currency: \\"XXX\\")")
        metres: String @requires(fields: "box(n: 1) { size(unit: \\"m\\") }")
        inches: String @requires(fields: "box(n: 1) { size(unit: \\"in\\") }")
        second: String @requires(fields: "box(n: 2) { size(unit: \\"in\\") }")
        plain: Int
      }`,
    resolvers: {
      Chair: {
        __resolveReference: (reference: object) => reference,
        eur: ({ price }: Given) => String(price),
        inEur: ({ price, name }: Given) => json([price, name]),
        usd: ({ price, name }: Given, { n }: Given) => ({ of: json([price, name]), n }),
        lost: ({ price }: Given) => String(price),
        metres: ({ box }: Given) => json(box),
        inches: ({ box }: Given) => json(box),
        second: ({ box }: Given) => json(box),
        plain: () => 7,
      },
      Tax: { times: ({ n }: Given, { n: times }: Given) => Number(n) * Number(times) },
    },
  },
});

const sized = (text: string) => json({ size: text });

describe('a field that is required with different arguments', () => {
  let cartograph: Engine;
  beforeAll(async () => {
    cartograph = await startCartograph(shop.supergraphSdl, shop.answer);
  });
  afterAll(() => cartograph.stop());

  it('gives each its own value, and what the client asks for another', async () => {
    const query = `query ($n: Int, $times: Int) {
      chairs { eur plain usd(n: $n) { of times(n: $times) } inEur price(currency: "GBP") name }
    }`;
    const { data, errors } = await cartograph.ask({ query, variables: { n: 3, times: 4 } });
    expect(errors).toEqual([]);
    const chair = (id: string) => ({
      eur: `${id} EUR undefined`,
      plain: 7,
      usd: { of: json([`${id} USD LATER`, 'CHAIR']), times: 12 },
      inEur: json([`${id} EUR undefined`, 'chair']),
      price: `${id} GBP undefined`,
      name: 'chair',
    });
    expect(data).toEqual({ chairs: [chair('1'), chair('2')] });
  });

  it('also where the arguments are those of a field inside it', async () => {
    const { data, errors } = await cartograph.ask({ query: '{ chairs { metres inches second box(n: 9) { size } } }' });
    expect(errors).toEqual([]);
    const chair = (id: string) => ({
      metres: sized(`${id}/1 m`),
      inches: sized(`${id}/1 in`),
      second: sized(`${id}/2 in`),
      box: { size: `${id}/9 undefined` },
    });
    expect(data).toEqual({ chairs: [chair('1'), chair('2')] });
  });

  it('also behind an interface', async () => {
    const { data } = await cartograph.ask({ query: '{ good { ... on Chair { eur usd { of } } } }' });
    expect(data).toEqual({ good: { eur: '1 EUR undefined', usd: { of: json(['1 USD LATER', 'CHAIR']) } } });
  });

  it('is asked for in one request by all of them together', async () => {
    shop.asked.length = 0;
    await cartograph.ask({ query: '{ chairs { eur usd { of } lost } }' });
    expect(shop.asked.map((asked) => asked.split(' ')[0])).toEqual(['catalogue', 'stock']);
  });

  it('is not known under its inner name to anybody', async () => {
    const { data, errors } = await cartograph.ask({ query: '{ chairs { id eur lost } }' });
    expect(data).toEqual({
      chairs: [
        { id: '1', eur: '1 EUR undefined', lost: '1 XXX undefined' },
        { id: '2', eur: '2 EUR undefined', lost: 'null' },
      ],
    });
    expect(json(errors)).not.toContain('__required');
    const fields = Object.keys(
      (cartograph.schema.getType('Chair') as unknown as { getFields: () => object }).getFields(),
    );
    expect(fields.filter((name) => name.includes('__'))).toEqual([]);
    const named = cartograph.ask({ query: '{ chairs { price__required1 } }' });
    await expect(named).rejects.toThrow('Cannot query field');
  });
});
