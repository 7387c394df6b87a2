import { NoAnswerInTime, Unwanted } from './outage.ts';
import type { Reply, SendRequest } from './send-once.ts';
import type { WatchedReplica } from './watched-replica.ts';

export type End = { readonly reply: Reply } | { readonly error: unknown };

/** The addresses that are asked the same thing; whoever answers first is heard, and the others are told to stop. */
export type AskedTogether = {
  readonly begin: (replica: WatchedReplica) => void;
  /**
   * How the next one of them ended. Where it takes longer than one has patience, an error that says so, unless it is the
   * last: that one is waited for. The slow one is still asked.
   */
  readonly next: (turn: { isLast: boolean }) => Promise<End>;
  readonly isUnderWay: () => boolean;
};

type Attempt = { readonly end: Promise<{ attempt: Attempt; end: End }>; readonly controller: AbortController | null };

/** `patienceMs` null: each is waited for as long as the request may take. */
export const askTogether = (request: SendRequest, patienceMs: number | null): AskedTogether => {
  const underWay: Attempt[] = [];
  return {
    isUnderWay: () => underWay.length > 0,
    begin: (replica) => {
      // One more signal for each is only paid for where several may be asked.
      const controller = patienceMs === null ? null : new AbortController();
      const signal = controller ? AbortSignal.any([request.signal, controller.signal]) : request.signal;
      const attempt: Attempt = {
        controller,
        end: replica.send({ ...request, signal }).then(
          (reply) => ({ attempt, end: { reply } }),
          (error: unknown) => ({ attempt, end: { error } }),
        ),
      };
      underWay.push(attempt);
    },
    next: async ({ isLast }) => {
      const first = Promise.race(underWay.map(({ end }) => end));
      const ended = await (isLast || patienceMs === null ? first : orTooLate(first, patienceMs));
      if (ended === null) return { error: new NoAnswerInTime(patienceMs ?? 0) };
      const place = underWay.indexOf(ended.attempt);
      underWay.splice(place, 1);
      if ('reply' in ended.end) callOff(underWay, { place, patienceMs: patienceMs ?? 0 });
      return ended.end;
    },
  };
};

/** Those that were asked before the one that answered are too slow; those after it were asked for nothing. */
const callOff = (others: readonly Attempt[], { place, patienceMs }: { place: number; patienceMs: number }): void => {
  for (const [index, { controller }] of others.entries()) {
    controller?.abort(index < place ? new NoAnswerInTime(patienceMs) : new Unwanted());
  }
};

const orTooLate = async <Value>(value: Promise<Value>, limitMs: number): Promise<Value | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
};
