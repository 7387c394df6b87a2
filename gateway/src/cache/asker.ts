import { isSomebody, type Viewer } from '@cartograph/viewer';
import type { GatewayContext } from '../gateway-context.ts';

/**
 * For whom answers are kept. Whoever holds scopes (staff, machines) is always answered afresh: they see drafts and inner
 * figures, of which no event tells, and nothing that was made for them may be given to anybody else. So is a guest of whom
 * nobody can say whether the token still holds: they may get less than before.
 */
export const isAnsweredAfresh = ({ viewer, areGrantsChecked }: GatewayContext): boolean =>
  viewer.scopes.length > 0 || !areGrantsChecked;

/** Tells a viewer from every other; null for nobody in particular, to whom nothing private is answered. */
export const nameOfViewer = (viewer: Viewer): string | null => (isSomebody(viewer) ? JSON.stringify(viewer) : null);
