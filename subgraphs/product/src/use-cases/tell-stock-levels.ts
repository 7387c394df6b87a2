import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { StockLevel } from '../domain/stock-level.ts';

/** Appends StockLevelChanged for each level, as it is after a change. */
export const tellStockLevels = async (tx: Transaction, levels: readonly StockLevel[]): Promise<void> => {
  for (const { variantId, version, onHand, available } of levels) {
    const data = { variantId, onHand, available };
    await appendEvent(tx, { name: 'StockLevelChanged', aggregateId: variantId, aggregateVersion: version, data });
  }
};
