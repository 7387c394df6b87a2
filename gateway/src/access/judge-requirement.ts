import { isSomebody, type Viewer } from '@cartograph/viewer';
import type { Requirement } from './access-rules.ts';

/** Whether the viewer's credentials are enough. What is whose is not known here: that is for the subgraphs to judge. */
export const isMet = (requirement: Requirement, viewer: Viewer): boolean => {
  if (requirement.kind === 'AUTHENTICATED') return isSomebody(viewer);
  return requirement.anyOf.some((scopes) => scopes.every((scope) => viewer.scopes.includes(scope)));
};
