import { describe, expect, it } from 'vitest';
import { categorySteps } from './category.ts';

describe('the path of a category', () => {
  it('has a slug for every step, from the root', () => {
    expect(categorySteps(['Kitchen', 'Pots & Pans'])).toEqual([
      { slug: 'kitchen', title: 'Kitchen' },
      { slug: 'kitchen/pots-pans', title: 'Pots & Pans' },
    ]);
  });

  it('has no accents and no signs, and always something', () => {
    expect(categorySteps(['Café/Bar!', '***']).map(({ slug }) => slug)).toEqual(['cafe-bar', 'cafe-bar/other']);
  });

  it('is empty for a product that is placed nowhere', () => {
    expect(categorySteps([])).toEqual([]);
  });
});
