import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { eachItem } from '../compile/plan-step.ts';
import { renamedKeys } from '../compile/rewrites.ts';
import { responseNameOfKey } from '../response-names.ts';
import type { DataObject, Execution, SentFetch } from './execution.ts';

type Path = readonly (string | number)[];

/** Gives errors of a subgraph their place in the whole answer: a thing that stands in several places fails in each. */
export const placeErrors = (execution: Execution, fetch: SentFetch, errors: readonly GraphQLFormattedError[]): void => {
  const { step, targets } = fetch;
  const renamed = renamedKeys(step.outputRewrites);
  const toName = (segment: string | number) =>
    responseNameOfKey(typeof segment === 'string' ? (renamed.get(segment) ?? segment) : segment);
  const places = lazily(() => findPlaces(execution.data, step.path));
  for (const error of errors) {
    const within = (error.path ?? []).map(toName);
    const found = error.path === undefined ? [] : placesOf(fetch, within, places);
    const rest = step.represent ? within.slice(2) : within;
    for (const place of found) execution.errors.push(downstreamError(error, step.subgraph, [...place, ...rest]));
    if (found.length > 0) continue;
    execution.failures.push({
      error: downstreamError(error, step.subgraph),
      objects: new Set(targets.objects.flat()),
    });
  }
};

/** Where in the data stands what an error is about. */
const placesOf = ({ step, targets }: SentFetch, within: Path, places: () => Places): readonly Path[] => {
  if (step.path.length === 0) return [[]];
  const objects = step.represent ? objectsOf(targets.objects, within[1]) : (targets.objects[0] ?? []);
  return objects.flatMap((object) => places().get(object) ?? []);
};

/** An error of one entity is that entity's, one of the whole list everybody's. */
const objectsOf = (objects: readonly (readonly DataObject[])[], index: string | number | undefined) =>
  typeof index === 'number' ? (objects[index] ?? []) : objects.flat();

/** An error of a subgraph as one of ours. */
export const downstreamError = (error: GraphQLFormattedError, subgraph: string, path?: Path): GraphQLError =>
  new GraphQLError(error.message || `Subgraph "${subgraph}" could not answer.`, {
    ...(path && { path }),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });

type Places = ReadonlyMap<DataObject, readonly Path[]>;
type Walk = { path: readonly string[]; depth: number; places: Map<DataObject, Path[]> };

/** Every object at a path of the data, with all the places at which it stands. */
const findPlaces = (data: DataObject, path: readonly string[]): Places => {
  const places = new Map<DataObject, Path[]>();
  walkPlaces({ path, places, depth: 0 }, data, []);
  return places;
};

const walkPlaces = (walk: Walk, value: unknown, place: Path): void => {
  if (typeof value !== 'object' || value === null) return;
  const segment = walk.path[walk.depth];
  const deeper = { ...walk, depth: walk.depth + 1 };
  if (segment === undefined) {
    const known = walk.places.get(value as DataObject);
    if (known) known.push(place);
    else walk.places.set(value as DataObject, [place]);
  } else if (segment === eachItem) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    for (const [index, item] of items.entries()) walkPlaces(deeper, item, [...place, index]);
  } else if (Object.hasOwn(value, segment)) {
    walkPlaces(deeper, (value as DataObject)[segment], [...place, responseNameOfKey(segment)]);
  }
};

const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
