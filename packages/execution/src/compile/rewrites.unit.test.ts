import { describe, expect, it } from 'vitest';
import { isOfTypeBy } from './is-of-type.ts';
import { applyRewrites } from './rewrites.ts';

const isOfType = isOfTypeBy({ Animal: ['Cat', 'Dog'] });

describe('the rewrites of a plan', () => {
  it.each([0, '', false, null, 'Tom'])('give back the name of a key whatever its value is: %j', (value) => {
    const data = { pets: [{ __typename: 'Cat', name__alias_0: value }, { __typename: 'Dog', name: 'Rex' }, null] };
    applyRewrites(
      [{ kind: 'KeyRenamer', path: ['pets', '... on Cat', 'name__alias_0'], renameKeyTo: 'name' }],
      data,
      isOfType,
    );
    expect(data.pets).toEqual([{ __typename: 'Cat', name: value }, { __typename: 'Dog', name: 'Rex' }, null]);
  });

  it('set a value on objects of a type, abstract ones included', () => {
    const data = { __typename: 'Cat', id: 1 };
    applyRewrites(
      [{ kind: 'ValueSetter', path: ['... on Animal', '__typename'], setValueTo: 'Animal' }],
      data,
      isOfType,
    );
    expect(data.__typename).toBe('Animal');
  });
});
