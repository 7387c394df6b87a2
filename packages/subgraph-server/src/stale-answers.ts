import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Adds to the Cache-Control of an answer how much longer it may be given away while a newer one is fetched (RFC 5861): the
 * shortest `staleWhileRevalidate` of what it selects. What has a `maxAge` and says nothing of it allows no more. Stands
 * behind Apollo's own plugin, which writes the header.
 */
export const staleAnswers = (schema: GraphQLSchema): ApolloServerPlugin<BaseContext> => {
  const known = new WeakMap<DocumentNode, number>();
  const secondsOf = (document: DocumentNode): number => {
    const seconds = known.get(document) ?? shortestIn(schema, document);
    known.set(document, seconds);
    return seconds;
  };
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { http }, document }) {
          const header = http.headers.get('cache-control');
          if (!document || !header?.startsWith('max-age=')) return;
          const seconds = secondsOf(document);
          if (seconds > 0) http.headers.set('cache-control', `${header}, stale-while-revalidate=${seconds}`);
        },
      };
    },
  };
};

/** In seconds; 0 when nothing that is selected says any. */
const shortestIn = (schema: GraphQLSchema, document: DocumentNode): number => {
  const types = new TypeInfo(schema);
  let shortest = Number.POSITIVE_INFINITY;
  const restrict = (directives: readonly ConstDirectiveNode[] | undefined): boolean => {
    const directive = directives?.find(({ name }) => name.value === 'cacheControl');
    const numberOf = (name: string) => {
      const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
      return value?.kind === 'IntValue' ? Number(value.value) : undefined;
    };
    if (numberOf('maxAge') === undefined) return false;
    shortest = Math.min(shortest, numberOf('staleWhileRevalidate') ?? 0);
    return true;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        // The field's own word counts, else its type's: as with `maxAge`.
        const field = types.getFieldDef();
        if (restrict(field?.astNode?.directives)) return;
        if (field) restrict(getNamedType(field.type).astNode?.directives);
      },
      // An entity is selected by a fragment on its type.
      InlineFragment: () => {
        const type = types.getType();
        if (type) restrict(getNamedType(type)?.astNode?.directives);
      },
    }),
  );
  return Number.isFinite(shortest) ? shortest : 0;
};
