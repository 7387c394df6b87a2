import type { CatalogOption, Reason, ReasonCode } from './catalog-product.ts';
import { optionFieldNames } from './field-names.ts';
import { cellOf } from './group-rows.ts';
import type { Layout } from './layout.ts';
import type { Row } from './read-rows.ts';

/** Shopify's limit: https://help.shopify.com/en/manual/products/variants */
export const MAX_OPTIONS = 3;
const MAX_LENGTH = 255;
const isDefault = (name: string, value: string): boolean =>
  (name === 'Title' || name === '') && (value === 'Default Title' || value === '');

type Axis = { position: number; name: string; valueNames: readonly string[]; nameNames: readonly string[] };
type Context = { layout: Layout; reasons: Reason[] };

const axesOf = (first: Row, layout: Layout): Axis[] =>
  optionFieldNames.map(({ name, value }, index) => ({
    position: index + 1,
    name: cellOf(first, layout, name),
    valueNames: value,
    nameNames: name,
  }));

const checkNames = (axes: Axis[], first: Row, { layout, reasons }: Context): void => {
  const seen = new Set<string>();
  for (const { position, name, nameNames } of axes) {
    const lowered = name.toLowerCase();
    const refuse = (code: ReasonCode, message: string): void => {
      reasons.push({ line: first.lines[0], column: layout.find(nameNames)?.header ?? null, code, message });
    };
    if (name !== '' && position > MAX_OPTIONS)
      refuse('TOO_MANY_OPTIONS', `a product has at most ${MAX_OPTIONS} options`);
    if (name.length > MAX_LENGTH) refuse('TOO_LONG', `an option's name has at most ${MAX_LENGTH} characters`);
    if (name !== '' && seen.has(lowered)) refuse('DUPLICATE_OPTION_NAME', `two options are called "${name}"`);
    seen.add(lowered);
  }
};

const checkCells = (axis: Axis, row: Row, { layout, reasons }: Context): void => {
  const value = cellOf(row, layout, axis.valueNames);
  const name = cellOf(row, layout, axis.nameNames);
  const refuse = (names: readonly string[], code: ReasonCode, message: string): void => {
    reasons.push({ line: row.lines[0], column: layout.find(names)?.header ?? names[0] ?? null, code, message });
  };
  if (axis.name === '' && value !== '') {
    refuse(
      axis.nameNames,
      'MISSING_OPTION_NAME',
      `"${value.slice(0, 40)}" is a value of an option without a name; the product's first row must name it`,
    );
  }
  if (axis.name !== '' && value === '')
    refuse(axis.valueNames, 'MISSING_OPTION_VALUE', `no value for the option "${axis.name}"`);
  if (value.length > MAX_LENGTH)
    refuse(axis.valueNames, 'TOO_LONG', `an option's value has at most ${MAX_LENGTH} characters`);
  if (name !== '' && name !== axis.name) {
    refuse(
      axis.nameNames,
      'OPTION_NAME_CONFLICT',
      `option ${axis.position} is called "${name}" here and "${axis.name}" in the product's first row`,
    );
  }
};

const checkCombinations = (rows: readonly Row[], combinations: string[][], reasons: Reason[]): void => {
  const lineOf = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const values = combinations[index] ?? [];
    const key = JSON.stringify(values);
    const before = lineOf.get(key);
    const shown = values.length > 0 ? `the options ${values.join(' / ')}` : 'no options';
    const message = `line ${row.lines[0]} has ${shown}, and so has line ${before}: give each variant its own`;
    if (before === undefined) lineOf.set(key, row.lines[0]);
    else reasons.push({ line: row.lines[0], column: null, code: 'DUPLICATE_OPTION_COMBINATION', message });
  }
};

/** The options of a product and each variant row's values in the same order; what is wrong goes to `reasons`. */
export const readOptions = (
  rows: readonly [Row, ...Row[]],
  context: Context,
): { options: CatalogOption[]; combinations: string[][] } => {
  const { layout, reasons } = context;
  const axes = axesOf(rows[0], layout);
  const isPlain = rows.every((row) =>
    axes.every(({ name, valueNames }) => isDefault(name, cellOf(row, layout, valueNames))),
  );
  const used = isPlain ? [] : axes.filter(({ name }) => name !== '');
  if (!isPlain) {
    checkNames(axes, rows[0], context);
    for (const row of rows) for (const axis of axes) checkCells(axis, row, context);
  }
  const combinations = rows.map((row) => used.map(({ valueNames }) => cellOf(row, layout, valueNames)));
  checkCombinations(rows, combinations, reasons);
  const options = used.map(({ name }, index) => ({
    name,
    values: [...new Set(combinations.map((values) => values[index] ?? ''))],
  }));
  return { options, combinations };
};
