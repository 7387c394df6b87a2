import type { GraphQLError } from 'graphql';
import type { ObjectProjection, ProjectedField, Selection, Shape } from '../compile/projection.ts';
import type { DataObject, Execution } from '../run/execution.ts';
import { type CompletionErrors, completionErrors } from './completion-errors.ts';

/** Answers a field of the schema's own (`__schema`, `__type`), as JSON. */
export type Introspect = (field: ProjectedField) => string;

type CompositeShape = Exclude<Shape, { kind: 'leaf' }>;
type Writing = { execution: Execution; root: ObjectProjection; introspect: Introspect };

/**
 * Writes the answer as JSON straight from what came: what was fetched but not asked for is passed over, and a null where
 * none may be empties what it stands in, in the end the whole.
 */
export const writeAnswer = ({
  execution,
  root,
  introspect,
}: Writing): { data: string | null; errors: GraphQLError[] } => {
  const errors = completionErrors(execution);
  const writer = new AnswerWriter(execution, errors, introspect);
  const data = writer.writeObject(execution.data, root);
  return { data: data ?? null, errors: errors.all() };
};

class AnswerWriter {
  readonly #shared: ReadonlySet<object>;
  readonly #errors: CompletionErrors;
  readonly #introspect: Introspect;
  readonly #path: (string | number)[] = [];
  /** What was written of things that stand in several places. */
  readonly #written = new Map<Shape, Map<object, string>>();

  constructor(execution: Execution, errors: CompletionErrors, introspect: Introspect) {
    this.#shared = execution.shared;
    this.#errors = errors;
    this.#introspect = introspect;
  }

  /** Undefined when the object must be null. */
  writeObject(object: DataObject, { fields, typeName, isObject }: ObjectProjection): string | undefined {
    let text = fields.length === 0 ? '{' : '';
    for (const field of fields) {
      let value: string | undefined;
      if (field.special === null) value = this.#writeField(object, field, typeName);
      else if (field.special === 'introspection') value = this.#introspect(field);
      else if (isObject) value = `"${typeName}"`;
      else return this.#refuse(`The type of an object of ${typeName} is not known.`, field.responseName);
      if (value === undefined) return undefined;
      text += field.keyText + value;
    }
    return `${text}}`;
  }

  #writeField(object: DataObject, field: ProjectedField, typeName: string): string | undefined {
    const { dataKey, shape, responseName } = field;
    const value = field.isInheritedName && !Object.hasOwn(object, dataKey) ? undefined : object[dataKey];
    if (value === undefined || value === null) {
      const isLost = value === undefined && this.#errors.isLost(object, this.#path, responseName);
      if (!shape.isNonNull) return 'null';
      if (isLost) return undefined;
      return this.#refuse(`Cannot return null for non-nullable field ${typeName}.${responseName}.`, responseName);
    }
    if (shape.kind === 'leaf') {
      const text = shape.write(value);
      if (text !== undefined) return text;
      this.#refuse(`${typeName}.${responseName} has a value that is no ${shape.typeName}.`, responseName);
      return shape.isNonNull ? undefined : 'null';
    }
    this.#path.push(responseName);
    const text = this.#writeComposite(value, shape);
    this.#path.pop();
    return text;
  }

  #writeComposite(value: unknown, shape: CompositeShape): string | undefined {
    const isShared = this.#shared.size > 0 && this.#shared.has(value as object);
    const before = isShared ? this.#written.get(shape)?.get(value as object) : undefined;
    if (before !== undefined) return before;
    const errorsBefore = this.#errors.count();
    const text = shape.kind === 'list' ? this.#writeList(value, shape) : this.#writeNested(value, shape);
    // What has errors in it has them in each place: it is written anew there.
    if (isShared && text !== undefined && this.#errors.count() === errorsBefore) this.#remember(shape, value, text);
    return text ?? (shape.isNonNull ? undefined : 'null');
  }

  #remember(shape: Shape, value: unknown, text: string): void {
    const texts = this.#written.get(shape) ?? new Map<object, string>();
    this.#written.set(shape, texts);
    texts.set(value as object, text);
  }

  #writeList(value: unknown, { item }: Extract<Shape, { kind: 'list' }>): string | undefined {
    if (!Array.isArray(value)) return this.#refuse('A list was expected here.');
    let text = '[';
    let isWhole = true;
    for (let index = 0; index < value.length; index += 1) {
      this.#path.push(index);
      const written = this.#writeItem(value[index], item);
      this.#path.pop();
      // The rest is gone through all the same, for its errors.
      if (written === undefined) isWhole = false;
      else text += index === 0 ? written : `,${written}`;
    }
    return isWhole ? `${text}]` : undefined;
  }

  #writeItem(value: unknown, shape: Shape): string | undefined {
    if (value === null || value === undefined) {
      return shape.isNonNull ? this.#refuse('Cannot return null for a non-nullable item.') : 'null';
    }
    if (shape.kind !== 'leaf') return this.#writeComposite(value, shape);
    const text = shape.write(value);
    if (text !== undefined) return text;
    this.#refuse(`A value here is no ${shape.typeName}.`);
    return shape.isNonNull ? undefined : 'null';
  }

  #writeNested(value: unknown, { selection }: Extract<Shape, { kind: 'object' }>): string | undefined {
    if (typeof value !== 'object' || Array.isArray(value)) return this.#refuse('An object was expected here.');
    const object = value as DataObject;
    const projection = projectionFor(selection, object);
    // The name that came may be of a type that is not for clients: it is not told.
    if (!projection) return this.#refuse(`An object here is of no type of ${selection.type.name}.`);
    return this.writeObject(object, projection);
  }

  #refuse(message: string, field?: string): undefined {
    this.#errors.add(message, field === undefined ? this.#path : [...this.#path, field]);
    return undefined;
  }
}

const projectionFor = (selection: Selection, object: DataObject): ObjectProjection | undefined => {
  if (!selection.isAbstract) return selection.own();
  const typeName = object['__typename'];
  return typeName === undefined ? selection.own() : selection.of(typeName);
};
