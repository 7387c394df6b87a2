import type { SubgraphAnswer, SubgraphReply } from '../subgraph-request.ts';
import { collectTargets } from './collect-targets.ts';
import type { Execution, SentFetch, Targets, WaitingFetch } from './execution.ts';
import { receive, valuesOf } from './receive.ts';
import { sendCached } from './send-cached.ts';
import { toGraphQLError } from './to-graphql-error.ts';
import { requestFor } from './write-request.ts';

/** Sends all that waits and that no cache knows: those for one subgraph in one request, each thing in it once. */
export const sendWave = (execution: Execution): void => {
  const waiting = execution.waiting;
  execution.waiting = [];
  const ready = waiting.flatMap((fetch) => prepare(execution, fetch) ?? []);
  sendCached(execution, ready, sendTogether);
};

const sendTogether = (execution: Execution, ready: readonly SentFetch[]): void => {
  const bySubgraph = new Map<string, SentFetch[]>();
  for (const fetch of ready) {
    // A root fetch has field names of its own, which may not be mixed with another's.
    if (fetch.step.represent === null) void send(execution, [fetch]);
    else listOf(bySubgraph, fetch.step.subgraph).push(fetch);
  }
  for (const fetches of bySubgraph.values()) void send(execution, fetches);
};

const listOf = (lists: Map<string, SentFetch[]>, name: string): SentFetch[] => {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
};

/** Null when there is nothing to ask for. */
const prepare = (execution: Execution, { step, done }: WaitingFetch): SentFetch | null => {
  const targets: Targets = collectTargets(execution, step);
  if (targets.objects.length === 0) {
    done();
    return null;
  }
  return { step, targets, done };
};

const send = async (execution: Execution, fetches: readonly SentFetch[]): Promise<void> => {
  const steps = execution.traces === null ? [] : fetches.map(({ step }) => step);
  execution.traces?.sent(steps);
  let again: readonly SentFetch[] = [];
  try {
    const reply = await execution.ask(requestFor(execution, fetches));
    const answer = reply.read();
    execution.traces?.received(steps, answer);
    // Before it is received: that writes into it.
    settleAll(fetches, reply, answer);
    again = receive(execution, fetches, answer);
  } catch (error) {
    for (const fetch of fetches) {
      fetch.settle?.(null);
      fail(execution, fetch, error);
    }
  }
  for (const fetch of fetches) {
    // By themselves, as another's fault has taken their answer with it.
    if (again.includes(fetch)) void send(execution, [fetch]);
    else fetch.done();
  }
};

/** An answer with errors is not whole, and is not kept, wherever in it they are. */
const settleAll = (fetches: readonly SentFetch[], { cacheControl }: SubgraphReply, answer: SubgraphAnswer): void => {
  const isWhole = cacheControl !== undefined && answer.data && !answer.errors?.length;
  for (const [index, fetch] of fetches.entries()) {
    if (!fetch.settle) continue;
    const values = isWhole ? valuesOf(fetches, index, answer) : null;
    fetch.settle(values && cacheControl !== undefined ? { cacheControl, values } : null);
  }
};

const fail = (execution: Execution, { targets }: SentFetch, thrown: unknown): void => {
  execution.failures.push({ error: toGraphQLError(thrown), objects: new Set(targets.objects.flat()) });
};
