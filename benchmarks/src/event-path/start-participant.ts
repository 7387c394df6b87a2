import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Assignment, Call, Calls } from './calls.ts';

const program = fileURLToPath(new URL('participant.ts', import.meta.url));

export type Participant = Calls & { readonly subgraph: Assignment['subgraph'] };

/** Starts one participant as a process of its own; resolves when it can be called. Throws when it ends before that. */
export const startParticipant = async (assignment: Assignment): Promise<Participant> => {
  const child = fork(program, [JSON.stringify(assignment)], {
    env: { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
  });
  const open = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const wait = (id: number) => new Promise<unknown>((resolve, reject) => open.set(id, { resolve, reject }));
  child.on('message', ({ id, result, error }: Answer) => {
    if (error === undefined) open.get(id)?.resolve(result);
    else open.get(id)?.reject(new Error(`${assignment.subgraph}: ${error}`));
    open.delete(id);
  });
  child.on('exit', (code) => {
    for (const { reject } of open.values()) reject(new Error(`${assignment.subgraph} ended with code ${code}`));
  });
  await wait(0);
  const call = (name: keyof Calls, ...args: unknown[]): Promise<unknown> => {
    const id = ++lastId;
    child.send({ id, name, args } satisfies Call);
    return wait(id);
  };
  const calls = new Proxy({} as Calls, {
    get:
      (_, name: keyof Calls) =>
      (...args: unknown[]) =>
        call(name, ...args),
  });
  return {
    subgraph: assignment.subgraph,
    startWayOut: calls.startWayOut,
    stopWayOut: calls.stopWayOut,
    startWayIn: calls.startWayIn,
    append: calls.append,
    appendAtPace: calls.appendAtPace,
    unsent: calls.unsent,
    taken: calls.taken,
    moments: calls.moments,
    forget: calls.forget,
    stop: async () => {
      await calls.stop();
      child.disconnect();
    },
  };
};
