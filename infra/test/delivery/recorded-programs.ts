import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { searchPath } from '../config.ts';

const root = join(import.meta.dirname, '../../..');

export type Run = { exitCode: number; said: string; calls: string[] };

/**
 * Runs commands as a build does, with programs in the place of those that would reach AWS: each notes down how it was
 * called and answers by the script it is given (`$*` is what it was called with).
 */
export const runWith = async (
  commands: string[],
  programs: Readonly<Record<string, string>>,
  environment = {},
): Promise<Run> => {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  const notes = join(folder, 'calls');
  writeFileSync(notes, '');
  for (const [name, answer] of Object.entries(programs)) {
    const path = join(folder, name);
    writeFileSync(path, `#!/usr/bin/env bash\nprintf '%s\\n' "${name} $*" >> '${notes}'\n${answer}\n`);
    chmodSync(path, 0o755);
  }
  const env = { PATH: `${folder}${delimiter}${searchPath}`, HOME: folder, ...environment };
  const outcome = await new Promise<Omit<Run, 'calls'>>((resolve) => {
    execFile('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: stdout + stderr }),
    );
  });
  const calls = readFileSync(notes, 'utf8').split('\n').filter(Boolean);
  rmSync(folder, { recursive: true });
  return { ...outcome, calls };
};
