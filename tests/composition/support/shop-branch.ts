import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const command = join(import.meta.dirname, '../../../tools/schema-check/src/main.ts');
const folder = join(import.meta.dirname, '../cases/safe-nothing-changed');

export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A repository of its own with a small shop on main, and a branch on which it is changed. */
export interface ShopBranch extends AsyncDisposable {
  dir: string;
  /** Replaces text in a file, and insists that it was there. */
  edit: (file: string, from: string, to: string) => Promise<void>;
  write: (file: string, text: string) => Promise<void>;
  git: (...args: string[]) => Promise<string>;
  /** Commits the branch into main, and begins a new branch. */
  merge: () => Promise<void>;
  /** Runs a program in the repository. */
  run: (program: string, ...args: string[]) => Promise<Ended>;
  /** `pnpm schema:check` with these arguments. */
  check: (...args: string[]) => Promise<Ended>;
}

export const branchOfShop = async (): Promise<ShopBranch> => {
  const dir = await mkdtemp(join(tmpdir(), 'cartograph-branch-'));
  const git = async (...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await run(dir, 'git', args);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  };
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(dir, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(join(dir, file), text.replace(from, to));
  };
  const commit = async (message: string): Promise<void> => {
    await git('add', '--all');
    await git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', message);
  };
  for (const name of ['product', 'order']) {
    await mkdir(join(dir, `subgraphs/${name}`), { recursive: true });
    await cp(join(folder, `after/${name}.graphql`), join(dir, `subgraphs/${name}/schema.graphql`));
  }
  await git('init', '--quiet', '--initial-branch', 'main');
  await commit('The shop');
  await git('checkout', '--quiet', '-b', 'change');
  const merge = async (): Promise<void> => {
    await commit('A change');
    await git('checkout', '--quiet', 'main');
    await git('merge', '--quiet', '--ff-only', 'change');
    await git('checkout', '--quiet', '-B', 'change');
  };
  const check = (...args: string[]): Promise<Ended> => run(dir, process.execPath, [command, ...args]);
  return {
    dir,
    edit,
    write,
    git,
    merge,
    check,
    run: (program, ...args) => run(dir, program, args),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
};

const run = (cwd: string, program: string, args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(program, args, { cwd, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode, stdout, stderr });
    });
  });
