import type { ViewerKind } from './viewer-kinds.ts';

/** A thing in a state that hides it from most of those who see its type. */
export type ExpectedState = { readonly type: string; readonly by: readonly ViewerKind[] };

const whoReadsDrafts = ['SUPPORT', 'MERCHANDISER', 'ADMIN', 'machine'] as const;

/** Who may see what its state hides: one line a state. Only the subgraph knows the state, so it alone keeps the others out. */
export const expectedStates: Readonly<Record<string, ExpectedState>> = {
  'Product in DRAFT': { type: 'Product', by: whoReadsDrafts },
  'ProductVariant in DRAFT': { type: 'ProductVariant', by: whoReadsDrafts },
};
