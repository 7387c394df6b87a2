import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['<p>One</p><p>Two &amp; three</p>', 'One\nTwo & three'],
    ['Line<br>break<br/>again', 'Line\nbreak\nagain'],
    ['a <strong>bold</strong>   word', 'a bold word'],
    ['seen<script>alert("<p>")</script> too<STYLE>p{}</STYLE>', 'seen too'],
    ['before<script>never closed', 'before'],
    ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
    ['<!-- a note -->text', 'text'],
    ['&#8364;5 &#x20AC;6 &euro;7 &#xD800; &#0;', '€5 €6 &euro;7 &#xD800; &#0;'],
    ['an open <a href="', 'an open <a href="'],
    ['', ''],
  ])('reads %j as %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('keeps text without markup, whatever it holds', () => {
    const words = fc.array(
      fc.string({ minLength: 1 }).map((word) => word.replace(/[<&\s]/g, 'x')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, (list) => {
        expect(plainText(`<p>${list.join(' ')}</p>`)).toBe(list.join(' '));
      }),
    );
  });

  it('takes time in proportion to the length, also for markup made to hurt', () => {
    for (const piece of ['<a ', '<script>', '<', ' ', '&', '<!--', '\n \t', '</']) {
      const started = performance.now();
      plainText(piece.repeat(Math.floor(512_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(1_500);
    }
  });
});
