import type { ViewerKind } from './viewer-kinds.ts';

/** Who may see which field that asks for more than its type does: one line a field with a scope of its own. */
export const expectedFields: Readonly<Record<string, readonly ViewerKind[]>> = {
  'StockLevel.onHand': ['SUPPORT', 'MERCHANDISER', 'ADMIN', 'machine'],
  'StockLevel.reserved': ['SUPPORT', 'MERCHANDISER', 'ADMIN', 'machine'],
};
