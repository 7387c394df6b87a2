import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { collectFields, type Selecting } from './collect-fields.ts';
import { compileField, fieldOf } from './compile-field.ts';
import { isPromise, type Step } from './execution.ts';

export type Compiling = Selecting & {
  /** A field's resolver; undefined for a property of the parent. */
  readonly resolverOf: (field: GraphQLField<unknown, unknown>) => GraphQLFieldResolver<unknown, unknown> | undefined;
};

/** What is asked of an object of one type: the names of the answer, and the step that leads to each. */
type Selection = { readonly keys: readonly string[]; readonly steps: readonly Step[] };

type Asked = { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[]; readonly isRoot: boolean };

const selectionOf = (compiling: Compiling, { type, sets, isRoot }: Asked): Selection => {
  const isQuery = compiling.schema.getQueryType() === type;
  const fields = [...collectFields(compiling, type, sets)].flatMap(([key, nodes]) => {
    const field = fieldOf({ key, nodes, parentType: type }, { isRoot, isQuery });
    if (!field) return [];
    const below = belowField(compiling, nodes);
    return [{ key, step: compileField(field, compiling.resolverOf(field.definition), below) }];
  });
  return { keys: fields.map(({ key }) => key), steps: fields.map(({ step }) => step) };
};

/** What is selected below a field, compiled for each type of object when the first one comes. */
const belowField = (
  compiling: Compiling,
  nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
) => {
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  const known = new Map<GraphQLObjectType, Step>();
  return (type: GraphQLObjectType): Step => {
    const step = known.get(type) ?? sideBySide(selectionOf(compiling, { type, sets, isRoot: false }));
    known.set(type, step);
    return step;
  };
};

/** The step of a whole query, or of a whole mutation, whose fields follow one another. */
export const compileRoot = (
  compiling: Compiling,
  asked: { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[]; readonly isSerial: boolean },
): Step => {
  const selection = selectionOf(compiling, { ...asked, isRoot: true });
  return asked.isSerial ? oneByOne(selection) : sideBySide(selection);
};

/** Copied for each object: fields stand in the order they were asked in, and one that is called `__proto__` is a field too. */
const blankOf = (keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(keys.map((key) => [key, null]));

const sideBySide = ({ keys, steps }: Selection): Step => {
  const blank = blankOf(keys);
  return (execution, path, source) => {
    const answer: Record<string, unknown> = { ...blank };
    const late: string[] = [];
    try {
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index] as string;
        const value = (steps[index] as Step)(execution, path, source);
        answer[key] = value;
        if (isPromise(value)) late.push(key);
      }
    } catch (error) {
      if (late.length === 0) throw error;
      // Whoever is under way is heard out, as it may fail too.
      return whenAllAreThere(answer, late).finally(() => {
        throw error;
      });
    }
    return late.length === 0 ? answer : whenAllAreThere(answer, late);
  };
};

const whenAllAreThere = async (answer: Record<string, unknown>, late: readonly string[]) => {
  const values = await Promise.all(late.map((key) => answer[key]));
  for (const [index, key] of late.entries()) answer[key] = values[index];
  return answer;
};

/** Each field of a mutation waits for the one before it. */
const oneByOne = ({ keys, steps }: Selection): Step => {
  const blank = blankOf(keys);
  return (execution, path, source) => {
    const answer: Record<string, unknown> = { ...blank };
    const put = (index: number): unknown => {
      const key = keys[index] as string;
      const value = (steps[index] as Step)(execution, path, source);
      const place = (there: unknown) => {
        answer[key] = there;
        return answer;
      };
      return isPromise(value) ? value.then(place) : place(value);
    };
    return keys.reduce<unknown>(
      (before, _, index) => (isPromise(before) ? before.then(() => put(index)) : put(index)),
      answer,
    );
  };
};
