import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { CheckStep } from './check-steps.ts';
import { root } from './root.ts';

export interface StepOutcome {
  step: CheckStep;
  hasPassed: boolean;
}

/** Runs one step, prints its name, outcome and duration, and on failure what it said and its cure. */
export const runStep = async (step: CheckStep, position: string): Promise<StepOutcome> => {
  const startedAt = performance.now();
  process.stdout.write(`${position} ${step.name.padEnd(12)}${step.isLong ? '\n' : ''}`);
  const { exitCode, said } = await execute(step);
  const hasPassed = exitCode === 0;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (!step.isLong) console.log(`${hasPassed ? 'ok' : 'FAILED'}  ${seconds} s`);
  if (!hasPassed) console.log(`${said}\n  Cure: ${step.cure}\n`);
  return { step, hasPassed };
};

interface Ending {
  exitCode: number;
  said: string;
}

const execute = async ({ command: [program, ...args], isLong }: CheckStep): Promise<Ending> => {
  const output = isLong ? 'inherit' : 'pipe';
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', output, output] });
  try {
    const closed = once(child, 'close') as Promise<[exitCode: number | null]>;
    const [stdout, stderr, [exitCode]] = await Promise.all([read(child.stdout), read(child.stderr), closed]);
    return { exitCode: exitCode ?? 1, said: [stdout, stderr].join('\n').trim() };
  } catch (error) {
    return { exitCode: 127, said: `${program} could not be run: ${(error as Error).message}` };
  }
};

const read = async (stream: NodeJS.ReadableStream | null): Promise<string> => (stream === null ? '' : text(stream));
