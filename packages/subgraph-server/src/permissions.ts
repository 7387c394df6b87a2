import { hasScope, type Scope } from '@cartograph/viewer';
import type { GraphQLSchema } from 'graphql';
import { applyMiddleware, type IMiddlewareTypeMap } from 'graphql-middleware';
import { allow, deny, type IRules, rule, shield } from 'graphql-shield';
import { askPlainRules, type RuleTable, withoutPlainRules } from './direct-rules.ts';
import { refusalOf } from './errors.ts';
import type { SubgraphRequest } from './subgraph-request.ts';

/** Rules that leave these types open: value types that are only reached through a type that is guarded itself. */
export const allowAll = (typeNames: readonly string[]): Record<string, typeof allow> =>
  Object.fromEntries(typeNames.map((name) => [name, allow]));

/** For whoever has the scope. It looks at the viewer alone, so it is decided once a request. */
export const scopeRule = (scope: Scope) =>
  rule(`scope ${scope}`, { cache: 'contextual' })((_parent, _args, { viewer }: SubgraphRequest) =>
    hasScope(viewer, scope),
  );

/**
 * Puts the rules on the schema's types, denied by default. `_service` and `_entities` themselves are open, because the
 * rules sit on the types: whatever way a type is reached, its rule is asked.
 */
export const guardSchema = (schema: GraphQLSchema, rules: IRules): GraphQLSchema => {
  const table = typeof rules === 'object' ? (rules as Record<string, unknown>) : {};
  const queryRules = { '*': deny, ...(table.Query as object | undefined), _entities: allow, _service: allow };
  const guarded = { ...table, Query: queryRules, _Service: allow } as IRules;
  const permissions = shield(guarded, {
    fallbackRule: deny,
    allowExternalErrors: true,
    fallbackError: (_thrown: unknown, _parent: unknown, _args: unknown, context: unknown) => refusalOf(context),
  });
  const asked = guarded as unknown as RuleTable;
  const made = permissions.generate(schema) as IMiddlewareTypeMap;
  return askPlainRules(applyMiddleware(schema, withoutPlainRules(made, asked)), asked);
};
