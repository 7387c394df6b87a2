import { UnderWay } from './under-way.ts';

type Work<Value> = {
  readonly promise: Promise<Value>;
  waiting: number;
  /** Nobody may join what is being given up. */
  readonly giveUp: () => void;
};

/** Work that is under way, by what it is: who asks for the same meanwhile waits for the same. */
export class InFlight<Value> {
  readonly #work = new UnderWay<Work<Value>>();

  /** The signal that `start` is given tells that everybody who waited has gone. */
  join(key: string, asker: AbortSignal, start: (allGone: AbortSignal) => Promise<Value>): Promise<Value> {
    const work = this.#work.get(key) ?? this.#begin(key, start);
    work.waiting += 1;
    const leave = () => {
      work.waiting -= 1;
      if (work.waiting === 0) work.giveUp();
    };
    if (asker.aborted) leave();
    else asker.addEventListener('abort', leave, { once: true });
    return work.promise.finally(() => asker.removeEventListener('abort', leave));
  }

  get size(): number {
    return this.#work.size;
  }

  #begin(key: string, start: (allGone: AbortSignal) => Promise<Value>): Work<Value> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => end());
    const giveUp = () => {
      end();
      controller.abort();
    };
    const work = { promise, waiting: 0, giveUp };
    const end = this.#work.begin(key, work);
    return work;
  }
}
