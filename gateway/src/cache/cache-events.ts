/** What becomes of the things that are asked for: for the metrics, and for whoever watches a test. */
export type CacheEvent = 'hit' | 'redis' | 'stale' | 'shared' | 'miss' | 'kept' | 'outdated' | 'purged';

export type TellCache = (event: CacheEvent, type: string, count?: number) => void;
