import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type CheckStep, checkSteps } from './check-steps.ts';
import { root } from './root.ts';
import { runStep } from './run-step.ts';

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const step = (program: string, ...args: string[]): CheckStep => ({
  name: 'planted',
  proves: 'something',
  command: [program, ...args],
  cure: 'Do the right thing.',
});

describe('the steps of the check', () => {
  it('each run a program or script that exists', () => {
    const missing = checkSteps.filter(({ command: [program, script = ''] }) =>
      program === 'node' ? !existsSync(join(root, script)) : !existsSync(join(root, 'node_modules/.bin', program)),
    );
    expect(missing).toEqual([]);
  });

  it('end with the tests, which cost most', () => {
    expect(checkSteps.at(-1)?.name).toBe('tests');
  });

  it('are what `pnpm test` and `pnpm check` both run', () => {
    expect(packageJson.scripts['check']).toBe('node scripts/check.ts');
    expect(packageJson.scripts['test']).toBe('node scripts/check.ts --keep-going');
  });

  it('pass when the program succeeds, and keep its words to themselves', async () => {
    const printed = await printedBy(async () =>
      expect((await runStep(step('echo', 'noise'), '[1/1]')).hasPassed).toBe(true),
    );
    expect(printed).toMatch(/\[1\/1\] planted +ok {2}\d+\.\d s/);
    expect(printed).not.toContain('noise');
  });

  it('fail when the program fails, with its words and the cure', async () => {
    const failing = step('sh', '-c', 'echo the reason >&2; exit 3');
    const printed = await printedBy(async () => expect((await runStep(failing, '[1/1]')).hasPassed).toBe(false));
    expect(printed).toContain('the reason');
    expect(printed).toContain('Cure: Do the right thing.');
  });

  it('fail when the program is not there', async () => {
    const printed = await printedBy(async () =>
      expect((await runStep(step('no-such-program'), '[1/1]')).hasPassed).toBe(false),
    );
    expect(printed).toContain('no-such-program');
  });
});

const printedBy = async (act: () => Promise<void>): Promise<string> => {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  await act().finally(() => {
    write.mockRestore();
    log.mockRestore();
  });
  return printed.join('');
};
