import { readFileSync } from 'node:fs';

/** What the running start wrote about itself. */
export type RunningStack = { url: string; pid: number; pids: Record<string, number> };

/** Finds the running stack; throws a sentence that names the cure when there is none. */
export const findRunningStack = (): RunningStack => {
  const path = new URL('../../.cartograph/running.json', import.meta.url);
  try {
    const stack = JSON.parse(readFileSync(path, 'utf8')) as RunningStack;
    process.kill(stack.pid, 0);
    return stack;
  } catch {
    throw new Error('Nothing runs that could be measured: start it first with npx pnpm@12.21.0 start.');
  }
};
