import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { localCloudProgram } from '../src/index.ts';

export type Program = {
  child: ChildProcess;
  eventBridgeUrl: string;
  sqsUrl: string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

/** Runs the local cloud as the process it is in the whole stack; resolves when it says that it is ready. */
export async function runProgram(dataDir: string): Promise<Program> {
  const child = spawn(process.execPath, [localCloudProgram], {
    env: { LOCAL_CLOUD_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async (signal: NodeJS.Signals) => {
    const exited = once(child, 'exit');
    child.kill(signal);
    return (await exited)[0] as number | null;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { msg: string; eventBridgeUrl: string; sqsUrl: string };
    if (entry.msg === 'ready') return { child, eventBridgeUrl: entry.eventBridgeUrl, sqsUrl: entry.sqsUrl, kill };
  }
  throw new Error('the local cloud ended before it was ready');
}
