import { isOutage, NoGraphqlAnswer, OutageStatus } from './outage.ts';
import type { Replica, ReplicaRequest } from './replicas.ts';
import { readSubgraphAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

/** An answer that was received to its end. */
export type Reply = {
  readonly status: number;
  readonly cacheControl: string;
  /** Each call gives an object of its own. Throws where the address answered and nothing of it can be used. */
  readonly read: () => SubgraphAnswer;
};

export type SendRequest = ReplicaRequest & { readonly signal: AbortSignal };

/** Sends a request to one address. Rejects where that address failed: for an outage, and for what is no GraphQL answer. */
export const sendOnce = async (replica: Replica, request: SendRequest): Promise<Reply> => {
  const { status, headers, text: body } = await replica.exchange(request);
  if (isOutage(status)) throw new OutageStatus(status, status === 503 && saysThatItDrains(body));
  const answer = read(status, body);
  const isFailure = answer.error instanceof NoGraphqlAnswer && !speaksOfTheRequest(status);
  if (isFailure) throw answer.error;
  return {
    status,
    cacheControl: String(headers['cache-control'] ?? ''),
    read: inTurn(answer, { status, body }),
  };
};

type Read = { answer: SubgraphAnswer; error?: never } | { answer?: never; error: unknown };

const read = (status: number, body: string): Read => {
  try {
    return { answer: readSubgraphAnswer({ status, body }) };
  } catch (error) {
    return { error };
  }
};

/** What was read to judge the answer is the first one's; nearly always nobody else asks for it. */
const inTurn = (first: Read, answered: { status: number; body: string }): (() => SubgraphAnswer) => {
  let kept: Read | undefined = first;
  return () => {
    const taken = kept;
    kept = undefined;
    if (taken?.answer) return taken.answer;
    return readSubgraphAnswer(answered);
  };
};

/** As the subgraph kit writes it (`{"status":"draining"}`). */
const saysThatItDrains = (body: string): boolean => body.length < 200 && /"status"\s*:\s*"draining"/.test(body);

/**
 * A proxy may refuse one operation for what it is (too large, suspicious) with a page of its own; whoever finds such an
 * operation must not be able to close the address for everybody. That there is nothing at our path is no operation's doing.
 */
const speaksOfTheRequest = (status: number): boolean => status >= 400 && status < 500 && status !== 404;
