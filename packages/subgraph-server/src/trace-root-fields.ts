import { inChildSpan, isTracing } from '@cartograph/telemetry';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';

/** Resolves each field of Query and Mutation in a span, so that statements stand below the field that sends them. */
export const traceRootFields = (schema: GraphQLSchema): GraphQLSchema => {
  if (!isTracing()) return schema;
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      const name = `${type?.name}.${field.name}`;
      field.resolve = (...args) => inChildSpan(name, {}, () => resolve(...args));
    }
  }
  return schema;
};
