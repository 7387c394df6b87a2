import type { GraphQLFormattedError } from 'graphql';
import { entitiesKey } from '../compile/combine-fetches.ts';
import { applyRewrites } from '../compile/rewrites.ts';
import type { SubgraphAnswer } from '../subgraph-request.ts';
import type { DataObject, Execution, SentFetch } from './execution.ts';
import { mergeInto } from './merge.ts';
import { downstreamError, placeErrors } from './place-errors.ts';

/** What one fetch got of an answer. */
type Part = { readonly fetch: SentFetch; readonly key: string; readonly errors: readonly GraphQLFormattedError[] };

/**
 * Takes an answer into the data and its errors to their places. Returns the fetches that got nothing because the answer
 * as a whole is null for another one's fault. Throws for an answer that does not fit what was asked.
 */
export const receive = (
  execution: Execution,
  fetches: readonly SentFetch[],
  { data, errors = [] }: SubgraphAnswer,
): readonly SentFetch[] => {
  const parts = partsOf(fetches, errors);
  if (!data && fetches.length > 1) return blameParts(execution, parts);
  for (const error of errors) {
    // One that says nothing of where it belongs is everybody's.
    if (fetches.length > 1 && error.path === undefined) loseAll(execution, fetches, error);
  }
  for (const { fetch, key, errors: own } of parts) {
    if (own.length > 0) placeErrors(execution, fetch, own);
    if (data) takeIn(execution, fetch, fetch.step.represent ? data[key] : data);
  }
  return [];
};

/** What one of the fetches got of an answer, in the order of its targets; null where it does not fit them. */
export const valuesOf = (
  fetches: readonly SentFetch[],
  index: number,
  { data }: SubgraphAnswer,
): readonly unknown[] | null => {
  const fetch = fetches[index];
  if (!fetch?.step.represent) return data ? [data] : null;
  const entities = data?.[fetches.length === 1 ? '_entities' : entitiesKey(index)];
  return Array.isArray(entities) && entities.length === fetch.targets.representations.length ? entities : null;
};

/** The innocent are to be asked again. */
const blameParts = (execution: Execution, parts: readonly Part[]): readonly SentFetch[] => {
  for (const { fetch, errors } of parts) if (errors.length > 0) placeErrors(execution, fetch, errors);
  return parts.filter(({ errors }) => errors.length === 0).map(({ fetch }) => fetch);
};

const loseAll = (execution: Execution, fetches: readonly SentFetch[], error: GraphQLFormattedError): void => {
  const objects = new Set(fetches.flatMap(({ targets }) => targets.objects.flat()));
  execution.failures.push({ error: downstreamError(error, fetches[0]?.step.subgraph ?? ''), objects });
};

const partsOf = (fetches: readonly SentFetch[], errors: readonly GraphQLFormattedError[]): Part[] => {
  if (fetches.length === 1) return fetches.map((fetch) => ({ fetch, key: '_entities', errors }));
  return fetches.map((fetch, index) => {
    const key = entitiesKey(index);
    return { fetch, key, errors: errors.filter(({ path }) => path?.[0] === key) };
  });
};

/** Takes what one fetch brought into every object that it is for. */
export const takeIn = (execution: Execution, { step, targets }: SentFetch, came: unknown): void => {
  if (!step.represent) {
    const root = came as DataObject;
    applyRewrites(step.outputRewrites, root, execution.isOfType);
    mergeIntoAll(execution, targets.objects[0] ?? [], root);
    return;
  }
  const expected = targets.representations.length;
  if (!Array.isArray(came) || came.length !== expected) {
    throw new Error(`subgraph ${step.subgraph} did not answer with one entity for each of ${expected} representations`);
  }
  for (const [index, entity] of (came as (DataObject | null)[]).entries()) {
    if (typeof entity !== 'object' || entity === null) continue;
    if (step.outputRewrites.length > 0) {
      // The rewrites look at the type, which an entity that was asked for no more than its fields does not tell.
      entity['__typename'] ??= targets.objects[index]?.[0]?.['__typename'];
      applyRewrites(step.outputRewrites, entity, execution.isOfType);
    }
    mergeIntoAll(execution, targets.objects[index] ?? [], entity);
  }
};

const mergeIntoAll = (execution: Execution, objects: readonly DataObject[], came: DataObject): void => {
  for (const object of objects) {
    const typeName = object['__typename'];
    mergeInto(object, came);
    // A subgraph that knows an interface as an object gives its name for the type: what is known better stays.
    if (object['__typename'] !== typeName && execution.isOfType(typeName, String(object['__typename']))) {
      object['__typename'] = typeName;
    }
  }
  if (objects.length < 2) return;
  for (const key of Object.keys(came)) {
    const value = came[key];
    if (typeof value === 'object' && value !== null) execution.shared.add(value);
  }
};
