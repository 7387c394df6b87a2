export type Series = { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] };
export type Plot = {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
};

const width = 720;
const height = 400;
const margin = { left: 70, right: 150, top: 40, bottom: 50 };
/** Told apart by those who see no red or green, too (Okabe and Ito). */
const colours = ['#000000', '#e69f00', '#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/** Lines over two logarithmic axes, as SVG: what differs by factors of ten is to be seen beside each other. */
export const linePlot = ({ title, x, y, series }: Plot): string => {
  const all = series.flatMap(({ points }) => points);
  const across = axis(
    all.map(([value]) => value),
    [margin.left, width - margin.right],
  );
  const up = axis(
    all.map(([, value]) => value),
    [height - margin.bottom, margin.top],
  );
  const bottom = height - margin.bottom;
  const parts = [
    text([width / 2 - 40, 22], title, 'middle'),
    text([(margin.left + width - margin.right) / 2, height - 10], x, 'middle'),
    `<text x="16" y="${height / 2}" transform="rotate(-90 16 ${height / 2})" text-anchor="middle" font-size="12">${escaped(y)}</text>`,
    ...across.ticks.map((tick) => gridLine([across.at(tick), margin.top], [across.at(tick), bottom])),
    ...across.ticks.map((tick) => text([across.at(tick), bottom + 16], String(tick), 'middle')),
    ...up.ticks.map((tick) => gridLine([margin.left, up.at(tick)], [width - margin.right, up.at(tick)])),
    ...up.ticks.map((tick) => text([margin.left - 6, up.at(tick) + 4], String(tick), 'end')),
    ...series.map((one, index) => line(one, index, (point) => [across.at(point[0]), up.at(point[1])])),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
};

type Axis = { readonly at: (value: number) => number; readonly ticks: readonly number[] };

const axis = (values: readonly number[], [from, to]: readonly [number, number]): Axis => {
  // What took no time that the clock could tell stands at the lowest place.
  const logs = values.map((value) => Math.log10(Math.max(value, 0.5)));
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs)));
  const at = (value: number) => round(from + ((Math.log10(Math.max(value, 0.5)) - low) / (high - low)) * (to - from));
  return { at, ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)) };
};

const line = (
  { name, points }: Series,
  index: number,
  place: (point: readonly [number, number]) => readonly [number, number],
): string => {
  const colour = colours[index % colours.length];
  const places = points.map(place);
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`);
  const path = `<polyline points="${places.map((at) => at.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  const legendY = margin.top + 18 * (index + 1);
  const legend = `<rect x="${width - margin.right + 14}" y="${legendY - 9}" width="10" height="10" fill="${colour}"/>${text([width - margin.right + 30, legendY], name, 'start')}`;
  return [path, ...dots, legend].join('');
};

const gridLine = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#dddddd"/>`;

type Anchor = 'start' | 'middle' | 'end';

const text = ([x, y]: readonly [number, number], what: string, anchor: Anchor): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="12">${escaped(what)}</text>`;

const escaped = (what: string): string => what.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const round = (value: number): number => Math.round(value * 10) / 10;
