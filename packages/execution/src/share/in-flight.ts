/** Work that is under way, by what it is: who asks for the same meanwhile waits for the same. */
export class InFlight<Value> {
  readonly #entries = new Map<string, { promise: Promise<Value>; waiting: number; controller: AbortController }>();

  /** The signal that `start` is given tells that everybody who waited has gone. */
  join(key: string, asker: AbortSignal, start: (allGone: AbortSignal) => Promise<Value>): Promise<Value> {
    const entry = this.#entries.get(key) ?? this.#begin(key, start);
    entry.waiting += 1;
    const leave = () => {
      entry.waiting -= 1;
      if (entry.waiting > 0) return;
      // Nobody may join what is being given up.
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      entry.controller.abort();
    };
    if (asker.aborted) leave();
    else asker.addEventListener('abort', leave, { once: true });
    return entry.promise.finally(() => asker.removeEventListener('abort', leave));
  }

  get size(): number {
    return this.#entries.size;
  }

  #begin(key: string, start: (allGone: AbortSignal) => Promise<Value>) {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    const entry = { promise, waiting: 0, controller };
    this.#entries.set(key, entry);
    return entry;
  }
}
