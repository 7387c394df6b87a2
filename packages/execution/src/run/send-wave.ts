import { collectTargets } from './collect-targets.ts';
import type { Execution, SentFetch, Targets, WaitingFetch } from './execution.ts';
import { receive } from './receive.ts';
import { toGraphQLError } from './to-graphql-error.ts';
import { requestFor } from './write-request.ts';

/** Sends all that waits: those for one subgraph in one request, each thing in it once. */
export const sendWave = (execution: Execution): void => {
  const waiting = execution.waiting;
  execution.waiting = [];
  const bySubgraph = new Map<string, SentFetch[]>();
  for (const fetch of waiting) {
    const sent = prepare(execution, fetch);
    // A root fetch has field names of its own, which may not be mixed with another's.
    if (sent && fetch.step.represent === null) void send(execution, [sent]);
    else if (sent) listOf(bySubgraph, fetch.step.subgraph).push(sent);
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
  const again = await ask(execution, fetches);
  for (const fetch of fetches) {
    if (again.includes(fetch)) void send(execution, [fetch]);
    else fetch.done();
  }
};

/** The fetches that must be asked again by themselves, as another's fault has taken their answer with it. */
const ask = async (execution: Execution, fetches: readonly SentFetch[]): Promise<readonly SentFetch[]> => {
  try {
    const reply = await execution.ask(requestFor(execution, fetches));
    return receive(execution, fetches, reply.read());
  } catch (error) {
    for (const fetch of fetches) fail(execution, fetch, error);
    return [];
  }
};

const fail = (execution: Execution, { targets }: SentFetch, thrown: unknown): void => {
  execution.failures.push({ error: toGraphQLError(thrown), objects: new Set(targets.objects.flat()) });
};
