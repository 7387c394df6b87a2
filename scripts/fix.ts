import { checkSteps } from './check-steps.ts';
import { runScript } from './run-script.ts';
import { runStep } from './run-step.ts';

const mend = (name: string, command: [string, ...string[]]) => ({
  name,
  proves: `${name} is mended`,
  command,
  cure: 'What is left needs a person: `pnpm check` says how.',
});

/** `pnpm fix`: mends what a machine can: generated files, imports, format and the simple lint findings. */
const mends = [
  mend('generate', ['node', 'scripts/generate.ts']),
  // infra/ is a workspace of its own: while it is not installed its types are unknown, and needed casts look needless.
  mend('lint', ['oxlint', '--fix', '--quiet', '--ignore-pattern=infra/**']),
  mend('style', ['biome', 'check', '--write', '--max-diagnostics=100']),
];

await runScript(async () => {
  for (const [index, step] of mends.entries()) await runStep(step, `[${index + 1}/${mends.length}]`);
  console.log(`Now run \`pnpm check\`: ${checkSteps.length} steps.`);
});
