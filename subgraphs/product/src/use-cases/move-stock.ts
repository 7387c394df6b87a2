import type { Transaction } from '@cartograph/outbox';
import type { StockMove } from '../domain/stock-level.ts';
import type { StockLine } from '../domain/stock-line.ts';
import type { StockStore } from './stock-store.ts';
import { tellStockLevels } from './tell-stock-levels.ts';

/** Moves pieces and tells the levels they leave behind. */
export const moveStock = async (
  stock: StockStore,
  tx: Transaction,
  { move, lines }: { move: StockMove; lines: readonly StockLine[] },
): Promise<void> => tellStockLevels(tx, await stock.move(tx, move, lines));
