import type { Dispatcher } from 'undici';
import type { Replica, ReplicaRequest } from './replicas.ts';

/**
 * Sends the request to the first of the addresses that takes it. The next one is only tried where the one before
 * certainly did nothing (nobody there, or draining), or where doing it twice does no harm (a query). Throws the last
 * address' error.
 */
export const sendToOne = async (
  replicas: readonly Replica[],
  { isMutation, signal, ...request }: ReplicaRequest & { isMutation: boolean; signal: AbortSignal },
): Promise<Dispatcher.ResponseData> => {
  let last: unknown = new Error('no address');
  for (const replica of replicas) {
    try {
      const response = await replica.request({ ...request, signal });
      if (!isOutage(response.statusCode)) return response;
      await response.body.dump();
      throw new OutageStatus(response.statusCode);
    } catch (error) {
      last = error;
      if (signal.aborted || (isMutation && mayHaveArrived(error))) break;
    }
  }
  throw last;
};

class OutageStatus extends Error {
  override readonly name = 'OutageStatus';
  readonly status: number;
  constructor(status: number) {
    super(`the subgraph answered ${status}`);
    this.status = status;
  }
}

/** A draining subgraph answers 503; the others are a proxy's in front of it. */
const isOutage = (status: number): boolean => status === 502 || status === 503 || status === 504;

const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const mayHaveArrived = (error: unknown): boolean => {
  if (error instanceof OutageStatus) return error.status !== 503;
  return !(error instanceof Error && 'code' in error && typeof error.code === 'string' && unsentCodes.has(error.code));
};
