import { apparel } from './silhouettes/apparel.ts';
import { home } from './silhouettes/home.ts';
import { kitchen } from './silhouettes/kitchen.ts';
import { outdoor } from './silhouettes/outdoor.ts';
import type { Silhouette } from './silhouettes/silhouette.ts';

export type PictureSubject = {
  /** Decides the colours: the same slug always looks the same. */
  slug: string;
  title: string;
  /** The category's name or path; decides the shape when the title doesn't tell. */
  category: string;
  /** 'detail' comes closer and leaves the title out. */
  view?: 'front' | 'detail';
};

type Palette = Readonly<Record<'paper' | 'glow' | 'main' | 'dark' | 'light' | 'accent', string>>;

const palettes: readonly Palette[] = [
  { paper: '#e6ebe0', glow: '#f5f7f0', main: '#6b8f71', dark: '#2f4a3a', light: '#f3eee2', accent: '#d9a566' },
  { paper: '#f3e7da', glow: '#fcf6ee', main: '#c97b5a', dark: '#5e3426', light: '#faf0e2', accent: '#e3b76f' },
  { paper: '#dfe7ee', glow: '#f2f6f9', main: '#5f83a6', dark: '#263c56', light: '#f0ede6', accent: '#e0a878' },
  { paper: '#efe6ea', glow: '#faf5f7', main: '#a5708a', dark: '#4c2c3f', light: '#f7eee9', accent: '#d8b078' },
  { paper: '#f4ecd2', glow: '#fdf9ec', main: '#d9a441', dark: '#5d4519', light: '#fdf6e3', accent: '#8a9a5b' },
  { paper: '#dcebea', glow: '#f0f8f7', main: '#4f9492', dark: '#1f4648', light: '#f2efe4', accent: '#e29a72' },
  { paper: '#e9e4dc', glow: '#f8f5f0', main: '#8b7765', dark: '#40342b', light: '#f7f1e8', accent: '#b5654a' },
  { paper: '#e5e4f0', glow: '#f6f5fb', main: '#7874a8', dark: '#34315c', light: '#f2eff0', accent: '#dfa98b' },
];

const parcel = `<path fill="$accent" d="M300 130l150 70v180l-150 70-150-70V200z"/><path fill="$main" d="M300 270l150-70v180l-150 70z"/><path fill="$light" opacity=".5" d="M300 130l150 70-150 70-150-70z"/><path fill="$dark" opacity=".3" d="M212 171l150 70v48l34-16v-48L246 155z"/>`;

const silhouettes = [...apparel, ...outdoor, ...kitchen, ...home];

// English names a thing last: a "Sleeping Bag" is no bag to carry, a "Grill Plate" none to eat from. So the match that
// ends last counts, and of those the longest.
const lastNamed = (text: string): Silhouette | undefined => {
  const found = silhouettes.flatMap((silhouette) => {
    const match = silhouette.matches.exec(text);
    return match ? [{ silhouette, start: match.index, end: match.index + match[0].length }] : [];
  });
  return found.sort((a, b) => b.end - a.end || a.start - b.start)[0]?.silhouette;
};

// The title first: a "Camp Mug" in "Camping" is a mug, not a tent.
const elementsOf = ({ title, category }: PictureSubject): string =>
  (lastNamed(title) ?? lastNamed(category))?.elements ?? parcel;

/** FNV-1a: spreads similar slugs over the palettes. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// A title is a stranger's text: what markup could be made of is escaped, what XML forbids is left out.
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const MAX_LINE = 28;

const captionLines = (title: string): string[] => {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= MAX_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2);
  const isCut = lines.length > 2 || shown.some((line) => line.length > MAX_LINE);
  return isCut
    ? shown.map((line, index) =>
        index === shown.length - 1 || line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line,
      )
    : shown;
};

const caption = (title: string, { dark }: Palette): string => {
  const lines = captionLines(title);
  const top = 536 - (lines.length - 1) * 16;
  const spans = lines.map((line, index) => `<tspan x="300" y="${top + index * 34}">${escaped(line)}</tspan>`);
  return `<text fill="${dark}" font-family="Georgia, 'Times New Roman', serif" font-size="28" text-anchor="middle">${spans.join('')}</text>`;
};

const coloured = (elements: string, palette: Palette): string =>
  elements.replace(/\$(main|dark|light|accent)/g, (_, name: keyof Palette) => palette[name]).replace(/\n\s*/g, '');

const backdrop = ({ paper, glow, dark }: Palette, hash: number): string => {
  const isArch = hash % 2 === 0;
  const shape = isArch ? '<path d="M92 456V258a208 208 0 0 1 416 0v198z"' : '<circle cx="300" cy="272" r="216"';
  return `<rect width="600" height="600" fill="${paper}"/>${shape} fill="${glow}"/><ellipse cx="300" cy="446" rx="186" ry="14" fill="${dark}" opacity=".14"/>`;
};

const frontView = (subject: PictureSubject, palette: Palette, hash: number): string =>
  `${backdrop(palette, hash)}${coloured(elementsOf(subject), palette)}${caption(subject.title, palette)}`;

const detailView = (subject: PictureSubject, palette: Palette): string =>
  `<rect width="600" height="600" fill="${palette.glow}"/><g transform="translate(-380 -300) scale(2.1)">${coloured(elementsOf(subject), palette)}</g>`;

/**
 * Draws a product as a square SVG document: a shape after its title and category, in colours after its slug.
 * The same subject always gives the same text; no script, no style, no outside address, whatever the title holds.
 */
export const productPicture = (subject: PictureSubject): string => {
  const hash = hashOf(subject.slug);
  const palette = palettes[(hash >>> 8) % palettes.length] as Palette;
  const drawing = subject.view === 'detail' ? detailView(subject, palette) : frontView(subject, palette, hash);
  const name = escaped(subject.title);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600" role="img" aria-label="${name}"><title>${name}</title>${drawing}</svg>\n`;
};
