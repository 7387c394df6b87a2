import { type ChildProcess, fork } from 'node:child_process';
import { measuredEnvironment } from './config.ts';

/** Starts a file of this folder as a process of its own. */
export const startChild = (
  file: string,
  args: readonly string[] = [],
  nodeOptions: readonly string[] = [],
): ChildProcess =>
  fork(new URL(file, import.meta.url), args, { execArgv: [...nodeOptions], env: measuredEnvironment() });

/** The next thing the process says. Rejects when it ends before. */
export const hear = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a measured process ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Message);
    });
  });

/** Its answer to a question. */
export const askChild = <Message>(child: ChildProcess): Promise<Message> => {
  const heard = hear<Message>(child);
  child.send('tell');
  return heard;
};
