import { LRUCache } from 'lru-cache';
import type { GatewayConfig } from '../config.ts';
import type { OperationList } from './operation-list.ts';

/** What Apollo Server asks for the text behind an id, and tells of texts that clients register by themselves. */
type TextStore = {
  get: (key: string) => Promise<string | undefined>;
  set: (key: string, text: string) => Promise<void>;
  delete: (key: string) => Promise<boolean>;
};

/** Characters; strangers fill it, so it is bounded. */
const registeredLimit = 16 * 1024 * 1024;

/**
 * Answers ids from the published operations first and then, as automatic persisted queries, from what clients registered.
 * Where the safelist is enforced nobody registers anything.
 */
export const persistedQueries = (list: OperationList, mode: GatewayConfig['SAFELIST_MODE']): { cache: TextStore } => {
  const registered = new LRUCache<string, string>({
    maxSize: registeredLimit,
    sizeCalculation: (text, id) => text.length + id.length,
  });
  const isOpen = mode !== 'enforce';
  return {
    cache: {
      get: async (key) => list.bodyOf(idOf(key)) ?? (isOpen ? registered.get(idOf(key)) : undefined),
      set: async (key, text) => {
        if (isOpen) registered.set(idOf(key), text);
      },
      delete: async (key) => registered.delete(idOf(key)),
    },
  };
};

/** Apollo Server puts this before each id. */
const idOf = (key: string): string => key.replace(/^apq:/, '');
