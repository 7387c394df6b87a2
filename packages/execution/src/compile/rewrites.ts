import type { FetchDataRewrite } from '@apollo/query-planner';
import type { IsOfType } from './is-of-type.ts';

/** A change that a plan makes to what is sent to or came from a subgraph. */
export type Rewrite = FetchDataRewrite;

const fragmentPrefix = '... on ';

/** Applies the rewrites of a fetch, in place. */
export const applyRewrites = (rewrites: readonly Rewrite[], value: unknown, isOfType: IsOfType): void => {
  for (const rewrite of rewrites) applyAt(value, { rewrite, depth: 0, isOfType });
};

type At = { rewrite: Rewrite; depth: number; isOfType: IsOfType };

const applyAt = (value: unknown, at: At): void => {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(item, at);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Record<string, unknown>;
  const { rewrite, depth, isOfType } = at;
  const segment = rewrite.path[depth] ?? '';
  const next = { ...at, depth: depth + 1 };
  if (segment.startsWith(fragmentPrefix)) {
    // An object that does not tell its type has the only one it can have there.
    if (isOfType(object['__typename'], segment.slice(fragmentPrefix.length)) ?? true) applyAt(object, next);
  } else if (depth < rewrite.path.length - 1) {
    if (Object.hasOwn(object, segment)) applyAt(object[segment], next);
  } else {
    applyToKey(rewrite, object, segment);
  }
};

const applyToKey = (rewrite: Rewrite, object: Record<string, unknown>, key: string): void => {
  if (rewrite.kind === 'ValueSetter') {
    object[key] = rewrite.setValueTo;
    return;
  }
  // Whether it is there, not whether it is true: 0, "", false and null are values too.
  if (!Object.hasOwn(object, key)) return;
  object[rewrite.renameKeyTo] = object[key];
  delete object[key];
};

/** What the rewrites rename, for the paths of errors: they tell the key before it. */
export const renamedKeys = (rewrites: readonly Rewrite[]): ReadonlyMap<string, string> =>
  new Map(
    rewrites.flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo] as const] : [],
    ),
  );
