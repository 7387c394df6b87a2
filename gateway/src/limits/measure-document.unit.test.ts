import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureDocument } from './measure-document.ts';

const measure = (text: string) => measureDocument(parse(text, { noLocation: true }));

describe('what a document holds', () => {
  it('is counted with the fragments it uses, each time it uses them', () => {
    const text = `{ a: me { ...Name } me { ...Name orders { total } } }
      fragment Name on User { first: name ... on User { last @include(if: true) } }`;
    expect(measure(text)).toEqual({ depth: 3, fields: 8, aliases: 3, rootFields: 2, repeats: 0, directives: 1 });
  });

  it('is that of all operations together', () => {
    expect(measure('query A { a b } query B { c { d } }')).toMatchObject({ fields: 4, rootFields: 3, depth: 2 });
  });

  it('has root fields in fragments too', () => {
    expect(measure('{ ...Root ... on Query { b } } fragment Root on Query { a }').rootFields).toBe(2);
  });

  it('does not grow with what introspection is nested in', () => {
    expect(measure('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }').depth).toBe(1);
    expect(measure('{ me { __typename } }').depth).toBe(2);
  });

  it('ends for fragments that contain each other, and for those that are not there', () => {
    const circle = '{ ...A } fragment A on Q { a ...B } fragment B on Q { b ...A } fragment C on Q { ...C ...Missing }';
    expect(measure(circle)).toMatchObject({ fields: 2, depth: 1 });
  });

  it('repeats what stands again in a selection, by the name it has in the answer', () => {
    expect(measure('{ a { x x y: x } a { x } }').repeats).toBe(2);
    expect(measure('{ a { x ... on T { x } ...F ...F } } fragment F on T { x y }').repeats).toBe(4);
  });

  it('is known at once also where fragments multiply beyond all numbers', () => {
    const levels = 1_500;
    const bomb = Array.from({ length: levels }, (_, i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`);
    const text = `{ ...F0 } ${bomb.join(' ')} fragment F${levels} on Q { a }`;
    expect(measure(text).fields).toBe(Number.POSITIVE_INFINITY);
  });

  it('is the same whether its fields are written out or in a fragment', () => {
    const field = fc.stringMatching(/^[a-z]{1,4}$/);
    const selection: fc.Arbitrary<string> = fc.letrec<{ selection: string }>((tie) => ({
      selection: fc.oneof(
        { depthSize: 'small' },
        field,
        fc.tuple(field, field).map(([alias, name]) => `${alias}: ${name}`),
        fc
          .tuple(field, fc.array(tie('selection'), { minLength: 1, maxLength: 3 }))
          .map(([name, inside]) => `${name} { ${inside.join(' ')} }`),
      ),
    })).selection;
    fc.assert(
      fc.property(fc.array(selection, { minLength: 1, maxLength: 4 }), (selections) => {
        const fields = selections.join(' ');
        const inFragments = selections.map((_, i) => `...F${i}`).join(' ');
        const fragments = selections.map((one, i) => `fragment F${i} on Q { ${one} }`).join(' ');
        // What a fragment repeats in itself counts where it stands and where it is used.
        const { repeats: _, ...inParts } = measure(`{ ${inFragments} } ${fragments}`);
        expect(measure(`{ ${fields} }`)).toMatchObject(inParts);
      }),
    );
  });
});
