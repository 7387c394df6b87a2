import { buildSubgraphSchema } from '@apollo/subgraph';
import { anonymous } from '@cartograph/viewer';
import { graphql, parse } from 'graphql';
import { allow, and, deny, not, rule } from 'graphql-shield';
import { describe, expect, it } from 'vitest';
import { guardSchema, scopeRule } from './permissions.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { things: [Thing!]! open: Open forgotten: Forgotten mixed: Mixed }
  type Thing @key(fields: "id") { id: ID! name: String other: String }
  type Open { a: String b: String }
  type Forgotten { a: String }
  type Mixed { late: String lateNo: String broken: String never: String both: String neither: String unlisted: String }`);
const mixed = { late: 'x', lateNo: 'x', broken: 'x', never: 'x', both: 'x', neither: 'x', unlisted: 'x' };
const resolvers = {
  Query: {
    things: () => [1, 2, 3].map((id) => ({ id, name: `n${id}`, other: 'o' })),
    open: () => ({ a: 'a', b: 'b' }),
    forgotten: () => ({ a: 'a' }),
    mixed: () => mixed,
  },
};
const yes = rule('yes')(async () => true);
const no = rule('no')(async () => false);

describe('the rules on the types', () => {
  const asked: unknown[] = [];
  const guarded = guardSchema(buildSubgraphSchema([{ typeDefs, resolvers }]), {
    Query: { '*': allow },
    Thing: rule('isOdd', { cache: 'no_cache' })(({ id }: { id: number }) => asked.push(id) > 0 && id % 2 === 1),
    Open: rule('viewer', { cache: 'contextual' })(() => asked.push('viewer') > 0),
    Mixed: {
      '*': deny,
      late: yes,
      lateNo: no,
      broken: rule('broken')(() => {
        throw new Error('a fault of the rule');
      }),
      never: scopeRule('audit:read'),
      both: and(yes, not(no)),
      neither: and(yes, no),
    },
  });
  const ask = async (source: string) => {
    asked.length = 0;
    const contextValue = { viewer: { ...anonymous, userId: 'user_1' } };
    const { data, errors = [] } = await graphql({ schema: guarded, source, contextValue });
    return {
      data: JSON.parse(JSON.stringify(data)) as unknown,
      codes: errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions['code'])}`),
    };
  };

  it('are asked for each parent anew: one is not let through for the other', async () => {
    const { data, codes } = await ask('{ things { name other } }');
    expect(data).toEqual({
      things: [
        { name: 'n1', other: 'o' },
        { name: null, other: null },
        { name: 'n3', other: 'o' },
      ],
    });
    expect(codes).toEqual(['things.1.name FORBIDDEN', 'things.1.other FORBIDDEN']);
  });

  it('that look at the viewer alone are asked once a request', async () => {
    expect((await ask('{ open { a b again: a } }')).data).toEqual({ open: { a: 'a', b: 'b', again: 'a' } });
    expect(asked).toEqual(['viewer']);
  });

  it('deny what is in no table', async () => {
    expect((await ask('{ forgotten { a } mixed { unlisted } }')).data).toEqual({
      forgotten: { a: null },
      mixed: { unlisted: null },
    });
  });

  it('may answer later, fail, or be put together; only a yes is a yes', async () => {
    const { data, codes } = await ask('{ mixed { late lateNo broken never both neither } }');
    expect(data).toEqual({
      mixed: { late: 'x', lateNo: null, broken: null, never: null, both: 'x', neither: null },
    });
    expect(codes.toSorted()).toEqual(
      ['broken', 'lateNo', 'neither', 'never'].map((field) => `mixed.${field} FORBIDDEN`),
    );
  });
});
