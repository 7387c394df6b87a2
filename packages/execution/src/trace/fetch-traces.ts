import { Trace } from '@apollo/usage-reporting-protobuf';
import type { FetchStep } from '../compile/plan-step.ts';
import type { SubgraphAnswer } from '../subgraph-request.ts';

/** What is known of one fetch that was sent. */
export type FetchTrace = {
  readonly sentAt: Date;
  readonly sentOffsetNs: number;
  receivedAt?: Date;
  /** What the subgraph says of its resolvers; undefined where it said nothing. */
  trace?: Trace;
  /** It said something that is no trace. */
  isUnreadable?: boolean;
  /** Which of several fetches in the one request it was; undefined where it was the only one. */
  index?: number;
};

/** An error of a subgraph that sent no trace in which it would stand. */
export type UntracedError = { readonly subgraph: string; readonly path: SubgraphErrorPath };
type SubgraphErrorPath = readonly (string | number)[] | undefined;

/** The traces of one run, each collected when its answer comes. */
export class FetchTraces {
  readonly byFetch = new Map<FetchStep, FetchTrace>();
  readonly untracedErrors: UntracedError[] = [];
  readonly #startedAt: bigint;

  /** `startedAt` is when the operation began, as `process.hrtime.bigint` has it. */
  constructor(startedAt: bigint) {
    this.#startedAt = startedAt;
  }

  sent(steps: readonly FetchStep[]): void {
    const sentAt = new Date();
    const sentOffsetNs = Number(process.hrtime.bigint() - this.#startedAt);
    for (const [index, step] of steps.entries()) {
      this.byFetch.set(step, { sentAt, sentOffsetNs, ...(steps.length > 1 && { index }) });
    }
  }

  received(steps: readonly FetchStep[], { errors = [], extensions }: SubgraphAnswer): void {
    const receivedAt = new Date();
    const ftv1 = extensions?.ftv1;
    for (const step of steps) {
      const fetch = this.byFetch.get(step);
      // Each its own: what is made of it is changed in place.
      if (fetch) Object.assign(fetch, { receivedAt, ...(ftv1 !== undefined && readTrace(ftv1)) });
    }
    if (ftv1 === undefined) {
      for (const { path } of errors) this.untracedErrors.push({ subgraph: steps[0]?.subgraph ?? '', path });
    }
  }
}

const readTrace = (ftv1: string): Pick<FetchTrace, 'trace' | 'isUnreadable'> => {
  try {
    return { trace: Trace.decode(Buffer.from(ftv1, 'base64')) };
  } catch {
    // A subgraph's nonsense costs its trace and nothing else: Studio is told that it could not be read.
    return { isUnreadable: true };
  }
};
