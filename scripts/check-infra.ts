import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';

const infra = join(root, 'infra');

/**
 * infra/ is a workspace of its own, so that the first start does not install CDK: this installs what its lock file says
 * (a second when nothing changed) and judges it with the root's tools.
 */
const steps: { what: string; command: [program: string, ...args: string[]]; in: string }[] = [
  {
    what: 'install infra/',
    command: ['npx', '--yes', 'pnpm@12.21.0', 'install', '--frozen-lockfile', '--prefer-offline'],
    in: infra,
  },
  { what: 'types of infra/', command: ['tsc', '--noEmit', '--project', 'infra/tsconfig.json'], in: root },
  { what: 'lint of infra/', command: ['oxlint', '--deny-warnings', '--report-unused-disable-directives'], in: infra },
  { what: 'unused code of infra/', command: ['knip', '--no-progress', '--directory', 'infra'], in: root },
  {
    what: 'stages and their laws',
    command: ['vitest', 'run', '--root', 'infra', '--config', 'vitest.config.ts'],
    in: root,
  },
];

const run = async ([program, ...args]: [string, ...string[]], cwd: string): Promise<boolean> => {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return exitCode === 0;
};

await runScript(async () => {
  for (const { what, command, in: cwd } of steps) {
    if (!(await run(command, cwd))) return fail(`${what}: \`${command.join(' ')}\` failed.`);
  }
});
