import DataLoader from 'dataloader';
import type { ByKey } from '../use-cases/catalog-reads.ts';

/** Finds one row by its key; null for a key nothing has. */
export const oneBy = <Key extends string, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
) =>
  new DataLoader<Key, Row | null>(async (keys) => {
    const byKey = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });

/** Finds the rows that belong to a key; none for a key nothing belongs to. */
export const manyBy = <Key extends string, Row>(read: (keys: readonly Key[]) => Promise<ByKey<Key, Row>>) =>
  new DataLoader<Key, readonly Row[]>(async (keys) => {
    const byKey = await read(keys);
    return keys.map((key) => byKey.get(key) ?? []);
  });
