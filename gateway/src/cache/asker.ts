import { isSomebody, type Viewer } from '@cartograph/viewer';

/**
 * For whom answers are kept. Whoever holds scopes (staff, machines) is always answered afresh: they see drafts and inner
 * figures, of which no event tells, and nothing that was made for them may be given to anybody else.
 */
export const isAnsweredAfresh = ({ scopes }: Viewer): boolean => scopes.length > 0;

/** Tells a viewer from every other; null for nobody in particular, to whom nothing private is answered. */
export const nameOfViewer = (viewer: Viewer): string | null => (isSomebody(viewer) ? JSON.stringify(viewer) : null);
