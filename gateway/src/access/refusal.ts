import { isSomebody, type Viewer } from '@cartograph/viewer';
import { type FieldNode, GraphQLError } from 'graphql';

/** The same words and codes as a subgraph's: whoever is nobody hears that signing in may help. */
export const refusalAt = (viewer: Viewer, path: readonly (string | number)[], node: FieldNode): GraphQLError =>
  isSomebody(viewer)
    ? new GraphQLError('You may not see this.', { nodes: [node], path, extensions: { code: 'FORBIDDEN' } })
    : new GraphQLError('Sign in to see this.', { nodes: [node], path, extensions: { code: 'UNAUTHENTICATED' } });
