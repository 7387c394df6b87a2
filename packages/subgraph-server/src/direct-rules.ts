import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { IMiddlewareTypeMap } from 'graphql-middleware';
import { allow, deny } from 'graphql-shield';
import { refusalOf } from './errors.ts';

type Resolve = GraphQLFieldResolver<unknown, object>;

/** A rule of graphql-shield as it stands in the table: a question about the parent and the viewer. */
type Rule = {
  readonly name: string;
  readonly cache: string;
  readonly func: (...asked: Parameters<Resolve>) => unknown;
};

/** What stands in the table for a type: one rule for all fields, or one for each. */
export type RuleTable = Readonly<Record<string, Rule | Readonly<Record<string, Rule>> | undefined>>;

const has = (value: unknown, name: string): boolean =>
  typeof (value as Readonly<Record<string, unknown>> | undefined)?.[name] === 'function';

/** A plain rule asks one function; `allow`, `deny`, `and`, `or` and `not` do not. */
const isPlain = (rule: unknown): rule is Rule => has(rule, 'func');
/** A rule for the whole type, not one for each of its fields. */
const isOneRule = (rules: RuleTable[string]): rules is Rule => has(rules, 'resolve');

const ruleOf = (table: RuleTable, type: string, field: string): unknown => {
  const rules = table[type];
  return isOneRule(rules) ? rules : (rules?.[field] ?? rules?.['*'] ?? deny);
};

/**
 * Takes out of the middleware that graphql-shield made of a table what is better asked directly. Shield asks every rule in an
 * asynchronous way, field by field, which costs as much as a list of products itself. What is open to all is not asked at
 * all; plain rules are put on by `askPlainRules`; whatever else there is (deny, and, or, not) stays as shield made it.
 */
export const withoutPlainRules = (made: IMiddlewareTypeMap, table: RuleTable): IMiddlewareTypeMap => {
  const kept = Object.entries(made).map(([type, fields]) => {
    const asked = Object.entries(fields).filter(([field]) => {
      const rule = ruleOf(table, type, field);
      return rule !== allow && !isPlain(rule);
    });
    return [type, Object.fromEntries(asked)];
  });
  return Object.fromEntries(kept) as IMiddlewareTypeMap;
};

/** Puts the plain rules of a table on the fields of its types. Changes the schema it is given. */
export const askPlainRules = (schema: GraphQLSchema, table: RuleTable): GraphQLSchema => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types.filter(({ name }) => !name.startsWith('__'))) {
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(table, type.name, field.name);
      if (isPlain(rule)) askFirst(rule, field);
    }
  }
  return schema;
};

const askFirst = (rule: Rule, field: GraphQLField<unknown, object>): void => {
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  const ask = rule.cache === 'contextual' ? oncePerRequest(rule) : rule.func;
  // biome-ignore lint/complexity/useMaxParams: this is how graphql-js calls a resolver
  field.resolve = (parent, args, context, info) => {
    let answer: unknown = false;
    try {
      answer = ask(parent, args, context, info);
    } catch {
      // A rule that fails has not said yes.
    }
    if (answer === true) return resolve(parent, args, context, info);
    if (!(answer instanceof Promise)) return refusalOf(context);
    return answer.then(
      (late: unknown) => (late === true ? resolve(parent, args, context, info) : refusalOf(context)),
      () => refusalOf(context),
    );
  };
};

const askedOnce = new WeakMap<Rule, Rule['func']>();

/** What looks at the viewer alone has one answer for the whole request, on whichever fields its rule stands. */
const oncePerRequest = (rule: Rule): Rule['func'] => {
  const made = askedOnce.get(rule);
  if (made) return made;
  const answers = new WeakMap<object, unknown>();
  const ask: Rule['func'] = (...asked) => {
    const [, , context] = asked;
    const known = answers.get(context);
    if (known !== undefined) return known;
    const answer = rule.func(...asked) ?? false;
    answers.set(context, answer);
    return answer;
  };
  askedOnce.set(rule, ask);
  return ask;
};
