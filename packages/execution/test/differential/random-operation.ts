import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
} from 'graphql';
import type { Asked } from '../support/two-engines.ts';
import type { Random } from './random.ts';

/** What an operation may contain. */
export type Habits = {
  /** Aliases that are the names of other fields of the same type. */
  readonly takesNamesOfOthers: boolean;
  readonly maxDepth: number;
};

/** A random operation on that schema. It may be invalid, where names happen to collide: the caller validates. */
export const randomOperation = (schema: GraphQLSchema, random: Random, habits: Habits): Asked => {
  const writer = new OperationWriter(schema, random, habits);
  const kind = random.chance(0.08) && schema.getMutationType() ? 'mutation' : 'query';
  const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const selection = writer.selection(root as GraphQLObjectType, habits.maxDepth);
  const fragments = writer.fragments.join('\n');
  const definitions = [...writer.used].map((name) => variables[name]?.definition ?? '').join(' ');
  return {
    query: `${kind} Random${definitions ? `(${definitions})` : ''} ${selection}\n${fragments}`,
    variables: Object.fromEntries(
      [...writer.used].flatMap((name) =>
        random.chance(0.15) && variables[name]?.isOptional ? [] : [[name, valueFor(random, name)]],
      ),
    ),
  };
};

const variables: Readonly<Record<string, { definition: string; isOptional: boolean }>> = {
  yes: { definition: '$yes: Boolean!', isOptional: false },
  no: { definition: '$no: Boolean = false', isOptional: true },
  n: { definition: '$n: Int', isOptional: true },
  m: { definition: '$m: Int = 7', isOptional: true },
  s: { definition: '$s: String', isOptional: true },
};

const valueFor = (random: Random, name: string): unknown => {
  if (name === 'yes' || name === 'no') return random.chance(0.5);
  return name === 's' ? random.pick(['x', null, 'y"z']) : random.pick([1, 2, 3]);
};

class OperationWriter {
  readonly fragments: string[] = [];
  readonly used = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #habits: Habits;
  #aliases = 0;
  #spreads = 0;

  constructor(schema: GraphQLSchema, random: Random, habits: Habits) {
    this.#schema = schema;
    this.#random = random;
    this.#habits = habits;
  }

  selection(type: GraphQLNamedType, depth: number): string {
    const random = this.#random;
    const parts: string[] = [];
    const fields =
      isUnionType(type) || !('getFields' in type)
        ? []
        : (Object.values(type.getFields()) as GraphQLField<unknown, unknown>[]);
    const usable = fields.filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    for (const field of random.some(usable, depth > 2 ? 0.35 : 0.3)) parts.push(this.#field(field, depth, fields));
    if (random.chance(0.2)) parts.push(random.chance(0.3) ? `t${this.#next()}: __typename` : '__typename');
    if (isAbstractType(type) || random.chance(0.2)) parts.push(...this.#fragments(type, depth));
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #field(
    field: GraphQLField<unknown, unknown>,
    depth: number,
    siblings: readonly GraphQLField<unknown, unknown>[],
  ): string {
    const named = getNamedType(field.type);
    const given = this.#arguments(field);
    const alias = this.#alias(given !== '', siblings);
    const nested = isCompositeType(named) ? this.selection(named, depth - 1) : '';
    return `${alias}${field.name}${given}${this.#condition()} ${nested}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    if (field.args.length === 0 || this.#random.chance(0.3)) return '';
    const parts = this.#random.some(field.args, 0.6).map(({ name }) => {
      return `${name}: ${this.#use(this.#random.pick(name === 'n' ? ['$n', '$m', '4'] : ['$s', '"literal"']))}`;
    });
    return parts.length === 0 ? '' : `(${parts.join(', ')})`;
  }

  /** A variable is only declared when it is used. */
  #use(value: string): string {
    if (value.startsWith('$')) this.used.add(value.slice(1));
    return value;
  }

  #alias(isNeeded: boolean, siblings: readonly GraphQLField<unknown, unknown>[]): string {
    if (this.#habits.takesNamesOfOthers && this.#random.chance(0.15)) return `${this.#random.pick(siblings).name}: `;
    return isNeeded || this.#random.chance(0.15) ? `a${this.#next()}: ` : '';
  }

  #condition(): string {
    if (!this.#random.chance(0.1)) return '';
    const value = this.#use(this.#random.pick(['true', 'false', '$yes', '$no']));
    return ` @${this.#random.pick(['skip', 'include'])}(if: ${value})`;
  }

  #fragments(type: GraphQLNamedType, depth: number): string[] {
    const candidates: GraphQLNamedType[] = isAbstractType(type)
      ? [type, ...this.#schema.getPossibleTypes(type)]
      : [type];
    return this.#random.some(candidates, 0.5).map((on) => {
      const inner = this.selection(on, depth - 1);
      if (this.#random.chance(0.6)) return `... on ${on.name}${this.#condition()} ${inner}`;
      this.#spreads += 1;
      this.fragments.push(`fragment F${this.#spreads} on ${on.name} ${inner}`);
      return `...F${this.#spreads}${this.#condition()}`;
    });
  }

  #next(): number {
    this.#aliases += 1;
    return this.#aliases;
  }
}
