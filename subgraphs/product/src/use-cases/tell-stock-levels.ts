import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { ChangedLevel } from '../domain/stock-level.ts';

/** Appends StockLevelChanged for each level, as it is after a change. */
export const tellStockLevels = async (tx: Transaction, levels: readonly ChangedLevel[]): Promise<void> => {
  for (const { productId, variantId, version, onHand, available } of levels) {
    const data = { productId, variantId, onHand, available };
    await appendEvent(tx, { name: 'StockLevelChanged', aggregateId: variantId, aggregateVersion: version, data });
  }
};
