import type { CartLine } from './cart.ts';
import type { CartLineId, VariantId } from './ids.ts';
import { type Refused, refused } from './refusal.ts';

/** The most a cart can hold: what a checkout can hold in stock and send in one event. */
export const cartLimits = { piecesPerLine: 1_000, lines: 200 } as const;

/** What one line is to become. */
export type LineChange = { readonly ok: true; readonly line: CartLine };

/** True for a number of pieces a line can have. */
export const isQuantity = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= cartLimits.piecesPerLine;

/** Adds pieces of a variant; the line that has it already gets more. `newLineId` is used for a new line. */
export const addToCart = (
  lines: readonly CartLine[],
  { variantId, quantity, newLineId }: { variantId: VariantId; quantity: number; newLineId: CartLineId },
): LineChange | Refused => {
  if (!isQuantity(quantity)) return refusedQuantity();
  const present = lines.find((line) => line.variantId === variantId);
  if (!present && lines.length >= cartLimits.lines) {
    return refused({ code: 'CART_LIMIT_EXCEEDED', limit: cartLimits.lines, of: 'LINES' });
  }
  const pieces = (present?.quantity ?? 0) + quantity;
  if (!isQuantity(pieces)) {
    return refused({ code: 'CART_LIMIT_EXCEEDED', limit: cartLimits.piecesPerLine, of: 'PIECES' });
  }
  return { ok: true, line: { id: present?.id ?? newLineId, variantId, quantity: pieces } };
};

/** Sets how many pieces a line has. */
export const setQuantity = (
  lines: readonly CartLine[],
  { lineId, quantity }: { lineId: CartLineId; quantity: number },
): LineChange | Refused => {
  if (!isQuantity(quantity)) return refusedQuantity();
  const line = lines.find(({ id }) => id === lineId);
  return line ? { ok: true, line: { ...line, quantity } } : refused({ code: 'CART_LINE_NOT_FOUND' });
};

const refusedQuantity = (): Refused =>
  refused({
    code: 'INVALID_INPUT',
    message: `A quantity is a whole number from 1 to ${cartLimits.piecesPerLine}.`,
    path: ['input', 'quantity'],
  });
