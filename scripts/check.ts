import { parseArgs } from 'node:util';
import { type CheckStep, checkSteps } from './check-steps.ts';
import { fail, runScript } from './run-script.ts';
import { runStep, type StepOutcome } from './run-step.ts';

const usage = `Usage: pnpm check [--only STEP]... [--skip STEP]... [--keep-going] [--list]

Everything CI does, cheapest first. Each failure prints its cure. The tests wait until the other steps pass.
  --only STEP    run this step (may be given several times)
  --skip STEP    leave this step out (may be given several times)
  --keep-going   run the tests even when an earlier step failed; \`pnpm test\` does
  --list         print the steps`;

const options = {
  only: { type: 'string', multiple: true, default: [] as string[] },
  skip: { type: 'string', multiple: true, default: [] as string[] },
  'keep-going': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(usage);
  if (values.list) return console.log(checkSteps.map(({ name, proves }) => `${name.padEnd(12)}${proves}`).join('\n'));
  const steps = chooseSteps(values.only, values.skip);
  const failed: StepOutcome[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.isLong && failed.length > 0 && !values['keep-going']) break;
    const outcome = await runStep(step, `[${index + 1}/${steps.length}]`);
    if (!outcome.hasPassed) failed.push(outcome);
  }
  if (failed.length > 0) fail(summary(failed));
};

const chooseSteps = (only: string[], skip: string[]): CheckStep[] => {
  const unknown = [...only, ...skip].filter((name) => !checkSteps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.\n\n${usage}`);
  return checkSteps.filter(({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name));
};

const summary = (failed: StepOutcome[]): string =>
  ['', ...failed.map(({ step }) => `✗ ${step.name}: ${step.cure} (again: pnpm check --only ${step.name})`)].join('\n');

await runScript(main);
