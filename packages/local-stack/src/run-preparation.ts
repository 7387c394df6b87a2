import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order } from './prepare-databases.ts';
import { compileCache } from './stack-plan.ts';

const program = fileURLToPath(new URL('./prepare-databases.ts', import.meta.url));

/** Makes the four databases, and migrates them unless the order says no; returns their URLs by name (secrets). Throws with the engine's words. */
export const prepareDatabases = (order: Order): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    const child = fork(program, {
      env: { NODE_COMPILE_CACHE: compileCache },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-2_000);
    });
    child.once('message', (answer: { urls?: Record<string, string>; error?: string }) => {
      // Its work is committed; what the engine still keeps open would keep it alive.
      child.kill();
      if (answer.urls) resolve(answer.urls);
      else reject(new Error(`The databases could not be migrated: ${answer.error}`));
    });
    child.once('exit', (code) =>
      reject(new Error(`The databases could not be prepared (exit code ${code}): ${lastWords}`)),
    );
    child.send(order);
  });
