import type DataLoader from 'dataloader';

/** What there is already, or a promise of it. */
export type SoonerOrLater<Value> = Value | Promise<Value>;

/**
 * A loader beside what came with another statement. That is handed out at once: a page has some hundred of such parts, and a
 * promise for each costs more than all the rest of the page.
 */
export type AtHand<Key, Value> = {
  load: (key: Key) => SoonerOrLater<Value>;
  /** From now on this is the value of that key. */
  remember: (key: Key, value: Value) => void;
  /** The next who asks reads it anew. */
  forget: (key: Key) => void;
};

export const atHand = <Key, Value>(loader: DataLoader<Key, Value>): AtHand<Key, Value> => {
  const known = new Map<Key, Value>();
  return {
    load: (key) => {
      const value = known.get(key);
      return value === undefined ? loader.load(key) : value;
    },
    remember: (key, value) => {
      known.set(key, value);
    },
    forget: (key) => {
      known.delete(key);
      loader.clear(key);
    },
  };
};

/** Goes on with a value, at once if it is there. */
export const thenWith = <Value, Next>(
  value: SoonerOrLater<Value>,
  further: (value: Value) => SoonerOrLater<Next>,
): SoonerOrLater<Next> => (value instanceof Promise ? value.then(further) : further(value));

/** All of them, at once if none is late. */
export const allOf = <Value>(values: readonly SoonerOrLater<Value>[]): SoonerOrLater<Value[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);

/** What belongs to each such thing and can only be missing when the thing itself has gone meanwhile. */
export const there = <Value>(value: Value | null, id: string): Value => {
  if (value === null) throw new Error(`${id} went while it was read`);
  return value;
};
