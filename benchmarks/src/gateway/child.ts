import { type ChildProcess, fork } from 'node:child_process';
import { hear } from '@cartograph/testing';
import { measuredEnvironment } from './config.ts';

/** Starts a file of this folder as a process of its own. */
export const startChild = (
  file: string,
  args: readonly string[] = [],
  nodeOptions: readonly string[] = [],
): ChildProcess =>
  fork(new URL(file, import.meta.url), args, { execArgv: [...nodeOptions], env: measuredEnvironment() });

/** Its answer to a question. */
export const askChild = <Message>(child: ChildProcess): Promise<Message> => {
  const heard = hear<Message>(child);
  child.send('tell');
  return heard;
};
