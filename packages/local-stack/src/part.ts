import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The folder a process is started in, and the user it is. */
export type Standing = { cwd: string; uid?: number; gid?: number };

/** One process of the stack: what to run, its whole environment, and where it says that it is ready. */
export type PartSpec = {
  name: string;
  program: string;
  environment: Readonly<Record<string, string>>;
  /** How large half of its young generation may become. */
  youngMiB?: number;
  /** Where it runs and as whom, when that is not as we do. */
  standing?: Standing;
  readyUrl: string;
  logFile: string;
};

/** A part that runs. `ended` settles with how it ended; `stop` asks it to drain and waits. */
export type RunningPart = {
  readonly name: string;
  readonly pid: number;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  hasEnded: () => boolean;
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => unknown;
  lastWords: () => string;
};

/** A small young generation: eight processes side by side would else keep many megabytes each that are never used again. */
const leanMiB = 2;
/**
 * Where the graph is answered so small a one costs a fifth of a request: what it needs is collected while it still needs it.
 * With twice as much a request costs no less.
 */
export const busyMiB = 8;

/** A part that does not drain in this time is killed. */
const drainLimitMs = 30_000;

/** Thrown when a part ends, or is not ready in time, while it starts. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed';
}

/** Starts a part; it is not ready yet (see `untilReady`). Its output goes straight into its log file. */
export const spawnPart = (spec: PartSpec): RunningPart => {
  const log = openSync(spec.logFile, 'a');
  const child: ChildProcess = spawn(
    process.execPath,
    [`--max-semi-space-size=${spec.youngMiB ?? leanMiB}`, spec.program],
    {
      env: { ...spec.environment },
      ...spec.standing,
      // Not our process group: a Ctrl-C reaches us alone, and we stop the parts in order. The channel tells them if we die.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    },
  );
  closeSync(log);
  let isOver = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      isOver = true;
      resolve({ code, signal });
    });
    child.once('error', () => {
      isOver = true;
      resolve({ code: null, signal: null });
    });
  });
  const stop = async () => {
    if (isOver) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), drainLimitMs);
    await ended;
    clearTimeout(timer);
  };
  return {
    name: spec.name,
    pid: child.pid ?? -1,
    ended,
    hasEnded: () => isOver,
    stop,
    kill: (signal) => child.kill(signal),
    lastWords: () => lastLines(spec.logFile),
  };
};

/** Waits until the part answers 200 at its ready URL. Throws PartFailed with the part's last words. */
export const untilReady = async (spec: PartSpec, part: RunningPart, limitMs = 60_000): Promise<void> => {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (part.hasEnded()) throw new PartFailed(`${spec.name} ended while it started:\n${part.lastWords()}`);
    if (await answersOk(spec.readyUrl)) return;
    await delay(40);
  }
  throw new PartFailed(`${spec.name} was not ready after ${limitMs / 1000} s:\n${part.lastWords()}`);
};

const answersOk = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

const lastLines = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '(it said nothing)';
  }
};
