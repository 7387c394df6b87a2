/** No answer came in the time that one has. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`);
  }
}

/** Nobody waits for the answer any more: it says nothing of the subgraph. */
export class Unwanted extends Error {
  override readonly name = 'Unwanted';
  constructor() {
    super('nobody waits for the answer any more');
  }
}

/** A status that says that nobody is there to answer. */
export class OutageStatus extends Error {
  override readonly name = 'OutageStatus';
  readonly status: number;
  /** It is being stopped, and says so: it did nothing. */
  readonly isDraining: boolean;
  constructor(status: number, isDraining: boolean) {
    super(isDraining ? 'the subgraph is being stopped' : `the subgraph answered ${status}`);
    this.status = status;
    this.isDraining = isDraining;
  }
}

/** A body that no GraphQL server writes: something else answered at the address. */
export class NoGraphqlAnswer extends Error {
  override readonly name = 'NoGraphqlAnswer';
  constructor(status: number, cause: unknown) {
    super(`the subgraph answered ${status} with what is no GraphQL`, { cause });
  }
}

/** It was not sent: there is no room, or no address that is believed to answer. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
  readonly reason: 'BULKHEAD_FULL' | 'CIRCUIT_OPEN';
  readonly retryAfterMs: number;
  constructor(reason: NotSent['reason'], retryAfterMs: number) {
    super(reason === 'BULKHEAD_FULL' ? 'too many requests are with the subgraph' : 'its addresses have failed lately');
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A draining subgraph answers 503; the others are a proxy's in front of it. */
export const isOutage = (status: number): boolean => status === 502 || status === 503 || status === 504;

const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Nobody is there, or not for long: the process was stopped, is being stopped or has not begun yet. It did nothing. */
export const isGone = (error: unknown): boolean =>
  error instanceof OutageStatus ? error.isDraining : codeOf(error) === 'ECONNREFUSED';

/** Whether the subgraph may have begun to do what it was asked. */
export const mayHaveArrived = (error: unknown): boolean => {
  if (error instanceof NotSent) return false;
  if (error instanceof OutageStatus) return error.status !== 503;
  return !unsentCodes.has(codeOf(error));
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
