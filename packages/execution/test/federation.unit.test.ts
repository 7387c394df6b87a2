import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProcessSubgraphs } from './support/in-process-subgraphs.ts';
import { type Engine, startApollo, startCartograph } from './support/two-engines.ts';

const done: string[] = [];
const step = (name: string) => () => {
  done.push(name);
  return name;
};

const shop = inProcessSubgraphs({
  old: {
    sdl: `type Query { parcel: Parcel parcels: [Parcel!]! mover: Mover movers: [Mover] secret: Secret @inaccessible }
      type Mutation { pack: String seal: String! burn: String }
      interface Mover { speed: Int }
      type Van implements Mover { speed: Int plate: String }
      type Spy implements Mover @inaccessible { speed: Int name: String }
      type Secret @inaccessible { word: String }
      enum Size { SMALL HUGE UNTOLD @inaccessible }
      type Parcel @key(fields: "id") { id: ID! weight: Int size: Size sizes: [Size] code: String @inaccessible next: Parcel }`,
    resolvers: {
      Query: {
        parcel: () => ({ id: '1' }),
        parcels: () => [{ id: '1' }, { id: '2' }],
        mover: () => ({ __typename: 'Spy', speed: 9, name: 'Bond' }),
        movers: () => [
          { __typename: 'Van', speed: 3 },
          { __typename: 'Spy', speed: 9, name: 'Bond' },
        ],
      },
      Mutation: {
        pack: step('pack'),
        seal: step('seal'),
        burn: () => {
          done.push('burn');
          throw new Error('no fire here');
        },
      },
      Parcel: {
        __resolveReference: (reference: object) => reference,
        weight: () => 1,
        size: () => 'UNTOLD',
        sizes: () => ['SMALL', 'UNTOLD'],
        code: () => 'hush',
        next: ({ id }: { id: string }) => ({ id: id === '1' ? '2' : '1' }),
      },
    },
  },
  new: {
    sdl: `type Mutation { send: String }
      type Parcel @key(fields: "id") {
        id: ID! weight: Int @override(from: "old") label: String @requires(fields: "code") code: String @external
        twin: Parcel
      }`,
    resolvers: {
      Mutation: { send: step('send') },
      Parcel: {
        __resolveReference: (reference: object) => reference,
        weight: () => 2,
        label: ({ code }: { code: string }) => `label of ${code.length}`,
        twin: ({ id }: { id: string }) => ({ id }),
      },
    },
  },
});

let cartograph: Engine;
let apollo: Engine;
beforeAll(async () => {
  cartograph = await startCartograph(shop.supergraphSdl, shop.answer);
  apollo = await startApollo(shop.supergraphSdl, shop.answer);
});
afterAll(() => Promise.all([cartograph.stop(), apollo.stop()]));
beforeEach(() => {
  done.length = 0;
  shop.asked.length = 0;
});

/** Our answer, which must be Apollo's too. */
const both = async (query: string) => {
  const [ours, theirs] = [await cartograph.ask({ query }), await apollo.ask({ query })];
  expect(ours.data).toEqual(theirs.data);
  return ours;
};

describe('a field that another subgraph has taken over', () => {
  it('is asked of the new one alone, also where the old one has the object in hand', async () => {
    const { data, errors } = await both('{ parcels { weight next { weight } } }');
    expect(data).toEqual({
      parcels: [
        { weight: 2, next: { weight: 2 } },
        { weight: 2, next: { weight: 2 } },
      ],
    });
    expect(errors).toEqual([]);
    expect(shop.asked.filter((asked) => asked.startsWith('old') && asked.includes('weight'))).toEqual([]);
    expect(shop.asked.some((asked) => asked.startsWith('new') && asked.includes('weight'))).toBe(true);
  });
});

describe('what is inaccessible', () => {
  it('is not in the schema that clients see', () => {
    const named = Object.keys(cartograph.schema.getTypeMap());
    expect(named).toContain('Van');
    expect(named.filter((name) => ['Spy', 'Secret'].includes(name))).toEqual([]);
    expect(Object.keys(cartograph.schema.getQueryType()?.getFields() ?? {})).not.toContain('secret');
  });

  it('can be required by what is accessible, and is not told', async () => {
    expect((await both('{ parcel { label } }')).data).toEqual({ parcel: { label: 'label of 4' } });
  });

  it('as a type behind an interface is null, and neither its name nor its fields are told', async () => {
    const answer = await both('{ mover { __typename speed } movers { __typename speed } }');
    expect(answer.data).toEqual({ mover: null, movers: [{ __typename: 'Van', speed: 3 }, null] });
    expect(JSON.stringify(answer)).not.toMatch(/Spy|Bond/);
  });

  it('as a value of an enum is null, and is not told', async () => {
    const answer = await both('{ parcel { size sizes } }');
    expect(answer.data).toEqual({ parcel: { size: null, sizes: ['SMALL', null] } });
    expect(JSON.stringify(answer)).not.toContain('UNTOLD');
  });

  it.each([
    '{ secret { word } }',
    '{ parcel { code } }',
    '{ mover { ... on Spy { name } } }',
    '{ __type(name: "Spy") { name } }',
  ])('cannot be asked for: %s', async (query) => {
    const answer = await cartograph.ask({ query }).catch((error: unknown) => String(error));
    expect(JSON.stringify(answer)).not.toMatch(/hush|Bond|"name":"Spy"/);
    expect(shop.asked).toEqual([]);
  });
});

describe('mutations', () => {
  it('run in the order in which they are written, across subgraphs', async () => {
    const { data } = await cartograph.ask({ query: 'mutation { send pack again: send seal }' });
    expect(data).toEqual({ send: 'send', pack: 'pack', again: 'send', seal: 'seal' });
    expect(done).toEqual(['send', 'pack', 'send', 'seal']);
  });

  it('go on after one that fails, and take back nothing of those before it', async () => {
    const { data, errors } = await cartograph.ask({ query: 'mutation { pack burn send }' });
    expect(data).toEqual({ pack: 'pack', burn: null, send: 'send' });
    expect(errors.map(({ path }) => path)).toEqual([['burn']]);
    expect(done).toEqual(['pack', 'burn', 'send']);
  });
});

describe('a thing that stands in several places as a reference alone', () => {
  it('has its own data in each of them', async () => {
    const { data } = await both(
      '{ parcels { id twin { id next { id label } } next { id twin { id label weight } } } }',
    );
    const at = (id: string, other: string) => ({
      id,
      twin: { id, next: { id: other, label: 'label of 4' } },
      next: { id: other, twin: { id: other, label: 'label of 4', weight: 2 } },
    });
    expect(data).toEqual({ parcels: [at('1', '2'), at('2', '1')] });
  });
});
