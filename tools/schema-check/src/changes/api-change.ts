import { diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** One change between two schemas, as the inspector tells it. */
export interface ApiChange {
  /** The inspector's name for this kind of change, e.g. FIELD_REMOVED. */
  type: string;
  message: string;
  /** The element, as `Type.field.argument`. */
  path: string;
  isBreaking: boolean;
  /** The type that left a union; empty for any other change. */
  removedMember: string;
}

/** The changes from one schema to another, all kinds of them. */
export const apiChanges = async (before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChange[]> => {
  const changes = await diff(before, after);
  return changes.map(({ type, message, path = '', criticality, meta }) => ({
    type: String(type),
    message,
    path,
    isBreaking: String(criticality.level) === 'BREAKING',
    removedMember: memberOf(meta),
  }));
};

const memberOf = (meta: unknown): string =>
  typeof meta === 'object' && meta !== null && 'removedUnionMemberTypeName' in meta
    ? String(meta.removedUnionMemberTypeName)
    : '';
