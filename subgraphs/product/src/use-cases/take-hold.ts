import type { Transaction } from '@cartograph/outbox';
import { type Shortage, type StockLine, shortagesOf } from '../domain/stock-line.ts';
import { moveStock } from './move-stock.ts';
import type { StockStore } from './stock-store.ts';

/** Holds all lines or none; returns what was missing, empty when they are held. The lines are those of sumLines. */
export const takeHold = async (
  stock: StockStore,
  tx: Transaction,
  lines: readonly StockLine[],
): Promise<readonly Shortage[]> => {
  const shortages = shortagesOf(lines, await stock.lockLevels(tx, lines));
  if (shortages.length === 0) await moveStock(stock, tx, { move: 'hold', lines });
  return shortages;
};
