import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { quote } from '../answer/quote.ts';
import { realName } from '../response-names.ts';
import type { IsOfType } from './is-of-type.ts';
import type { Represent } from './plan-step.ts';
import { applyRewrites, type Rewrite } from './rewrites.ts';

type Source = Record<string, unknown>;
type Requires = { requires: readonly QueryPlanSelectionNode[]; rewrites: readonly Rewrite[]; isOfType: IsOfType };

/**
 * How the objects of a fetch are described to its subgraph. What is wanted of a type is worked out when its first object
 * comes; where that is a few plain fields, as nearly always, the text is put together without an object between.
 */
export const compileRepresentation = ({ requires, rewrites, isOfType }: Requires): Represent => {
  const byType = new Map<string, Represent>();
  return (object) => {
    const typeName = object['__typename'];
    if (typeof typeName !== 'string') return null;
    let represent = byType.get(typeName);
    if (!represent) {
      represent = representType(typeName, { requires, rewrites, isOfType });
      byType.set(typeName, represent);
    }
    return represent(object);
  };
};

const representType = (typeName: string, { requires, rewrites, isOfType }: Requires): Represent => {
  const fields = fieldsFor(typeName, requires, isOfType);
  if (!fields?.some(({ name }) => name === '__typename')) return () => null;
  const constants = flatConstants(typeName, rewrites, isOfType);
  if (constants && fields.every(({ selections }) => selections === undefined)) {
    return flatRepresentation(
      fields.map(({ name }) => name),
      new Map([['__typename', JSON.stringify(typeName)], ...constants]),
    );
  }
  return (object) => {
    const representation = select(object, requires, isOfType);
    if (representation === null) return null;
    applyRewrites(rewrites, representation, isOfType);
    return JSON.stringify(representation);
  };
};

type Field = { name: string; selections?: readonly QueryPlanSelectionNode[] | undefined };

const fieldsFor = (
  typeName: string,
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): Field[] | null => {
  const fields = new Map<string, Field>();
  for (const selection of selections) {
    if (selection.kind === 'Field') fields.set(selection.name, selection);
    else if (selection.typeCondition === undefined || isOfType(typeName, selection.typeCondition)) {
      for (const field of fieldsFor(typeName, selection.selections, isOfType) ?? []) fields.set(field.name, field);
    }
  }
  return fields.size === 0 ? null : [...fields.values()];
};

/** What the rewrites set on objects of that type; null when they do more than that. */
const flatConstants = (
  typeName: string,
  rewrites: readonly Rewrite[],
  isOfType: IsOfType,
): ReadonlyMap<string, string> | null => {
  const constants = new Map<string, string>();
  for (const rewrite of rewrites) {
    const [condition, key, ...deeper] = rewrite.path;
    if (rewrite.kind !== 'ValueSetter' || !condition?.startsWith('... on ') || key === undefined || deeper.length > 0) {
      return null;
    }
    if (isOfType(typeName, condition.slice('... on '.length))) constants.set(key, JSON.stringify(rewrite.setValueTo));
  }
  return constants;
};

/** What is the same in every text stands in one piece: each piece more is one more to be put together for each object. */
const flatRepresentation = (names: readonly string[], constants: ReadonlyMap<string, string>): Represent => {
  const fields: { name: string; before: string }[] = [];
  const needed = names.filter((name) => constants.has(name) && name !== '__typename');
  let after = '';
  for (const [index, name] of names.entries()) {
    after += `${index === 0 ? '{' : ','}${JSON.stringify(realName(name))}:`;
    const constant = constants.get(name);
    if (constant === undefined) fields.push({ name, before: after });
    after = constant === undefined ? '' : after + constant;
  }
  const end = `${after}}`;
  return (object) => {
    for (const name of needed) if (!Object.hasOwn(object, name)) return null;
    let text = '';
    for (const { name, before } of fields) {
      const value = object[name];
      if (typeof value === 'string') text += before + quote(value);
      else if (Object.hasOwn(object, name)) text += before + JSON.stringify(value);
      else return null;
    }
    return text + end;
  };
};

/** Null when a field is not there: its own fetch has failed and told so, and nothing can be asked without it. */
const select = (source: Source, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): Source | null => {
  const selected: Source = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      if (!Object.hasOwn(source, selection.name)) return null;
      selected[realName(selection.name)] = selectValue(source[selection.name], selection.selections, isOfType);
    } else if (selection.typeCondition === undefined || isOfType(source['__typename'], selection.typeCondition)) {
      const part = select(source, selection.selections, isOfType);
      if (part === null) return null;
      mergeSelected(selected, part);
    }
  }
  return selected;
};

const selectValue = (
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  isOfType: IsOfType,
): unknown => {
  if (selections === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => selectValue(item, selections, isOfType));
  return select(value as Source, selections, isOfType);
};

/** Two fragments may select different fields of the same nested object. */
const mergeSelected = (target: Source, part: Source): void => {
  for (const [key, value] of Object.entries(part)) target[key] = mergedValue(target[key], value);
};

const mergedValue = (present: unknown, value: unknown): unknown => {
  if (Array.isArray(present) && Array.isArray(value)) {
    return present.map((item: unknown, index) => mergedValue(item, value[index]));
  }
  if (isSource(present) && isSource(value)) {
    mergeSelected(present, value);
    return present;
  }
  return value;
};

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
