import { rule } from 'graphql-shield';
import type { Context } from '../context.ts';

/** Decided once for a request, by the viewer alone: what is one's own takes somebody who is signed in. */
export const isSignedIn = rule('isSignedIn', { cache: 'contextual' })(
  (_, __, { viewer }: Context) => viewer.userId !== null,
);
