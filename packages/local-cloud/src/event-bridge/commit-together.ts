/**
 * Collects what is asked for within one turn of the event loop and does it in one go: callers that arrive together share
 * one commit. Each caller's promise settles after the commit; a failed one rejects all who were in it.
 */
export function commitTogether<Item>(commit: (items: Item[]) => void): (items: Item[]) => Promise<void> {
  let waiting: { items: Item[]; resolve: () => void; reject: (error: unknown) => void }[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    try {
      commit(group.flatMap(({ items }) => items));
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return (items) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ items, resolve, reject });
    });
}
