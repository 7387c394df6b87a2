import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PictureSubject, productPicture } from './product-picture.ts';

const aMug: PictureSubject = { slug: 'stoneware-mug', title: 'Stoneware Mug', category: 'Kitchen > Coffee & Tea' };

/** The names of the elements and attributes of a document; throws when its tags don't match. */
const namesIn = (svg: string): Set<string> => {
  const names = new Set<string>();
  const open: string[] = [];
  for (const [, closing, name = '', attributes = '', isEmpty] of svg.matchAll(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/gi,
  )) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!isEmpty) open.push(name);
    names.add(name);
    for (const [, attribute = ''] of attributes.matchAll(/ ([\w:-]+)="/g)) names.add(attribute);
  }
  expect(open).toEqual([]);
  return names;
};

const isForbiddenInXml = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code < 0x20 && !'\t\n\r'.includes(character)) || code === 0xfffe || code === 0xffff || !character.isWellFormed()
  );
};

const shapeIn = (svg: string): string[] => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => path);

describe('productPicture', () => {
  it('draws the same product the same way every time', () => {
    expect(productPicture(aMug)).toBe(productPicture({ ...aMug }));
  });

  it('draws products of one kind alike and in colours of their own', () => {
    const pictures = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((slug) => productPicture({ ...aMug, slug }));
    const papers = new Set(pictures.map((svg) => /<rect[^>]*fill="(#\w+)"/.exec(svg)?.[1]));
    expect(papers.size).toBeGreaterThan(3);
  });

  it('goes by the thing the title names last, then by the category, then draws a parcel', () => {
    const shapes = (title: string, category = '') =>
      shapeIn(productPicture({ ...aMug, title, category, view: 'detail' }));
    expect(shapes('Enamel Camp Mug', 'Outdoor > Camping')).toEqual(shapes('Stoneware Mug'));
    expect(shapes('Down Sleeping Bag')).not.toEqual(shapes('Canvas Bag'));
    expect(shapes('Something New', 'Outdoor > Camping')).toEqual(shapes('Two-Person Tent'));
    expect(shapes('Something New', 'Elsewhere')).toEqual(shapes('Another Thing'));
  });

  it('leaves no way for a title to become markup', () => {
    const title = `"><script>alert('1')</script>&<img src=x onerror=alert(1)>`;
    const svg = productPicture({ ...aMug, title });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<img');
    expect(svg).toContain(
      '<title>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&lt;img src=x onerror=alert(1)&gt;</title>',
    );
  });

  it('stays the same few elements and attributes whatever the title, category and slug hold', () => {
    const views = fc.constantFrom<'front' | 'detail'>('front', 'detail');
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '"', "'", '&', ' ', '$main', '\0', '\ud800'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    const allowed = namesIn(productPicture(aMug) + productPicture({ ...aMug, view: 'detail' }));
    for (const name of ['g', 'circle', 'rect', 'path', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'opacity', 'transform'])
      allowed.add(name);
    fc.assert(
      fc.property(fc.record({ slug: hostile, title: hostile, category: hostile, view: views }), (subject) => {
        const svg = productPicture(subject);
        expect([...namesIn(svg)].filter((name) => !allowed.has(name) && !name.startsWith('stroke'))).toEqual([]);
        expect(Array.from(svg).filter(isForbiddenInXml)).toEqual([]);
      }),
    );
  });

  it('breaks a long title into two lines and cuts what is longer', () => {
    const lines = (title: string) =>
      [...productPicture({ ...aMug, title }).matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(lines('Everyday Tumbler, Set of Four')).toEqual(['Everyday Tumbler, Set of', 'Four']);
    expect(lines('one two three '.repeat(9).trim())).toEqual([
      'one two three one two three',
      expect.stringMatching(/…$/),
    ]);
    expect(lines('W'.repeat(80))).toEqual([`${'W'.repeat(27)}…`]);
  });

  it('shows no caption from close by', () => {
    expect(productPicture({ ...aMug, view: 'detail' })).not.toContain('<text');
  });
});
