import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = Exclude<ApolloServerOptions<never>['documentStore'], null | undefined>;

/** What a document takes in memory for each character of its text, tokens and places with it: read from heap snapshots. */
const bytesPerCharacter = 100;

/**
 * The documents that Apollo Server has parsed and found valid, which it does not do again. `maxBytes` is what they may take
 * in memory: the store it has by default counts a document's JSON, a fifth of that, and writes it to learn its length.
 */
export const openKnownDocuments = (maxBytes: number): DocumentStore => {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: maxBytes,
    sizeCalculation: (document) => (document.loc?.source.body.length ?? 1) * bytesPerCharacter,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
};
