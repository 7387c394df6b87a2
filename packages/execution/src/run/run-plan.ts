import type { ParallelStep, PlanStep, SequenceStep } from '../compile/plan-step.ts';
import type { Execution } from './execution.ts';
import { sendWave } from './send-wave.ts';

/**
 * Runs a plan to its end. A fetch that fails ends nothing but itself: what depends on it finds its objects without what
 * it needs and leaves them out. What a plan has to fetch may be run for any part of an operation, which is what answers
 * in parts and subscriptions will need: each of their parts is a plan of its own over the same execution.
 */
export const runPlan = (execution: Execution, plan: PlanStep): Promise<void> =>
  new Promise((resolve) => {
    runStep(execution, plan, resolve);
  });

/** By callbacks, as a promise for every step would cost more than the step. */
const runStep = (execution: Execution, step: PlanStep, done: () => void): void => {
  switch (step.kind) {
    case 'sequence':
      runInTurn(execution, { step, index: 0 }, done);
      return;
    case 'parallel':
      runTogether(execution, step, done);
      return;
    case 'fetch':
      // All that become ready in this turn of the loop leave together.
      if (execution.waiting.length === 0) setImmediate(() => sendWave(execution));
      execution.waiting.push({ step, done });
  }
};

const runInTurn = (execution: Execution, at: { step: SequenceStep; index: number }, done: () => void): void => {
  const next = at.step.steps[at.index];
  if (!next) done();
  else runStep(execution, next, () => runInTurn(execution, { step: at.step, index: at.index + 1 }, done));
};

const runTogether = (execution: Execution, { steps }: ParallelStep, done: () => void): void => {
  let left = steps.length;
  if (left === 0) done();
  const oneDone = () => {
    left -= 1;
    if (left === 0) done();
  };
  for (const step of steps) runStep(execution, step, oneDone);
};
