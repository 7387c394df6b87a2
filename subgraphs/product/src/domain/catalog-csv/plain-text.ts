const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};
const breaking = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const unseen = new Set(['script', 'style', 'template']);
const MAX_CODE_POINT = 0x10ffff;

const fromCodePoint = (code: number, written: string): string => {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= MAX_CODE_POINT && !isSurrogate ? String.fromCodePoint(code) : written;
};

const resolveEntity = (written: string): string => {
  const name = written.slice(1, -1).toLowerCase();
  if (name.startsWith('#x')) return fromCodePoint(Number.parseInt(name.slice(2), 16), written);
  if (name.startsWith('#')) return fromCodePoint(Number(name.slice(1)), written);
  return entities[name] ?? written;
};

const resolveEntities = (text: string): string =>
  text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, resolveEntity);

// Where the markup that opens here ends, and its name; null when this '<' opens nothing.
const tagAt = (html: string, open: number): { name: string; end: number } | null => {
  const match = /^<(?:\/?([a-z][a-z\d]*)|!)/i.exec(html.slice(open, open + 20));
  const close = match ? html.indexOf('>', open) : -1;
  return close < 0 ? null : { name: match?.[1]?.toLowerCase() ?? '', end: close + 1 };
};

const endOfUnseen = (html: string, name: string, from: number): number => {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
};

const stripTags = (html: string): string => {
  // Behind the last '>' no tag can end: looking for one at each '<' would take quadratic time.
  const lastClose = html.lastIndexOf('>');
  let text = '';
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0 && open < lastClose; open = html.indexOf('<', from)) {
    const tag = tagAt(html, open);
    text += html.slice(from, tag ? open : open + 1);
    from = tag?.end ?? open + 1;
    if (!tag) continue;
    text += breaking.has(tag.name) ? '\n' : '';
    if (unseen.has(tag.name) && html[open + 1] !== '/') from = endOfUnseen(html, tag.name, from);
  }
  return text + html.slice(from);
};

/**
 * The text a reader would see in the HTML: no tags, scripts or styles, entities resolved, a line for each block.
 * The result may hold '<' again (from '&lt;'): it is text, not safe HTML. Time grows with the length alone.
 */
export const plainText = (html: string): string =>
  resolveEntities(stripTags(html))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
