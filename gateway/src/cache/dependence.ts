import type { AnswerShape, Place } from './answer-shape.ts';
import { type Dependence, holdsEntity, holdsSome, holdsUnnamed, listsEntities } from './purge.ts';

/** The entity that was asked for, as its representation describes it; null for what a root fetch brought. */
export type Asked = { readonly type: string; readonly id: string | undefined } | null;

/**
 * What an answer depends on: every entity in it, by its id where it tells one; every type of which it holds a list, or of
 * which there is none where one may be.
 */
export const dependenceOf = (shape: AnswerShape, asked: Asked, value: unknown): Dependence => {
  const tags = new Set<string>();
  if (asked) {
    addEntity(tags, asked.type, asked.id);
    if (typeof value === 'object' && value !== null) walkBelow(tags, shape.top, value as Record<string, unknown>);
  } else {
    walk(tags, shape.top, value);
  }
  return { tags, fields: shape.fields };
};

const walk = (tags: Set<string>, place: Place, value: unknown): void => {
  if (Array.isArray(value)) {
    addTypes(tags, place);
    for (const item of value) walk(tags, place, item);
  } else if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    const { __typename: type, id } = object;
    // What tells its type is no other; what does not may be any that fits.
    const types = typeof type === 'string' && place.entities.has(type) ? [type] : place.entities;
    for (const name of types) addEntity(tags, name, typeof id === 'string' ? id : undefined);
    walkBelow(tags, place, object);
  } else {
    addTypes(tags, place);
  }
};

const walkBelow = (tags: Set<string>, { below }: Place, object: Record<string, unknown>): void => {
  for (const [name, place] of below) {
    // Nothing was selected of this object under that name: it is of another type.
    if (Object.hasOwn(object, name)) walk(tags, place, object[name]);
  }
};

const addEntity = (tags: Set<string>, type: string, id: string | undefined): void => {
  tags.add(holdsSome(type));
  tags.add(id === undefined ? holdsUnnamed(type) : holdsEntity(type, id));
};

const addTypes = (tags: Set<string>, { entities }: Place): void => {
  for (const type of entities) tags.add(listsEntities(type));
};
