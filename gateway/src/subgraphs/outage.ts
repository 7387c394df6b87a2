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
  constructor(status: number) {
    super(`the subgraph answered ${status}`);
    this.status = status;
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

/** Whether the subgraph may have begun to do what it was asked. */
export const mayHaveArrived = (error: unknown): boolean => {
  if (error instanceof NotSent) return false;
  if (error instanceof OutageStatus) return error.status !== 503;
  return !(error instanceof Error && 'code' in error && typeof error.code === 'string' && unsentCodes.has(error.code));
};
