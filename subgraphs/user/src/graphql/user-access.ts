import { hasScope, type Viewer } from '@cartograph/viewer';

export type UserAccess = {
  /** True for the viewer's own account, for staff, and for an account whose password this request has proved. */
  mayRead: (userId: string) => boolean;
  /** Notes that this request proved the account's password: whoever just signed in is not the viewer yet. */
  noteProof: (userId: string) => void;
};

/** Which accounts one request may see. */
export const userAccess = (viewer: Viewer): UserAccess => {
  const proved = new Set<string>();
  const isStaff = hasScope(viewer, 'user:read:any');
  return {
    mayRead: (userId) => isStaff || viewer.userId === userId || proved.has(userId),
    noteProof: (userId) => void proved.add(userId),
  };
};
