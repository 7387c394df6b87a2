/** What is no longer true. A kept answer goes when it has one of the tags, and one of the fields where these are named. */
export type Purge = {
  readonly tags: readonly string[];
  /** As `Type.field`; null for whatever it holds. */
  readonly fields: readonly string[] | null;
};

/** What a kept answer depends on. */
export type Dependence = { readonly tags: ReadonlySet<string>; readonly fields: ReadonlySet<string> };

/** The entity of this id is in it. */
export const holdsEntity = (type: string, id: string): string => `=${type}:${id}`;
/** An entity of the type is in it that does not tell its id. */
export const holdsUnnamed = (type: string): string => `?${type}`;
/** At least one entity of the type is in it, with or without its id. */
export const holdsSome = (type: string): string => `*${type}`;
/** It depends on which entities of the type there are: a list of them, or a null where there may be one. */
export const listsEntities = (type: string): string => `[${type}]`;
/** It is what this viewer alone may see. */
export const belongsTo = (viewer: string): string => `@${viewer}`;

export const isTouchedBy = ({ tags, fields }: Dependence, purge: Purge): boolean =>
  purge.tags.some((tag) => tags.has(tag)) && (purge.fields === null || purge.fields.some((field) => fields.has(field)));
