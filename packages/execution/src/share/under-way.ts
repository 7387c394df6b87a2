/**
 * What is under way, by key. What has ended leaves nothing behind: V8 keeps a link from each table that a Map has outgrown
 * to the next, so that one dead table among the old would keep all later ones, and the whole requests that were under way
 * in them, until the next collection of everything. An emptied slot holds nothing.
 */
export class UnderWay<Value> {
  readonly #slots = new Map<string, { value: Value | undefined }>();

  get(key: string): Value | undefined {
    return this.#slots.get(key)?.value;
  }

  /** Takes the place of what was under way under that key. Ends with the call that it gives back. */
  begin(key: string, value: Value): () => void {
    const slot: { value: Value | undefined } = { value };
    this.#slots.set(key, slot);
    return () => {
      if (this.#slots.get(key) === slot) this.#slots.delete(key);
      slot.value = undefined;
    };
  }

  get size(): number {
    return this.#slots.size;
  }
}
