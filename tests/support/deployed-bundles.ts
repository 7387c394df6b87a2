import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeBundle } from '@cartograph/bundle/write-bundle';
import type { SupergraphOptions } from '@cartograph/testing';

export type DeployedBundles = NonNullable<SupergraphOptions['bundles']>;

const projectRoot = join(import.meta.dirname, '../..');
/** The services that are deployed as images. */
export const deployed = ['gateway', 'product', 'order', 'user', 'payment'] as const;

/** A user without a name, a home or rights; only root can start somebody else's process. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Bundles the five services far from this project's node_modules, as an image holds them: readable by everybody, writable
 * by nobody, to be started in an empty folder by a user without rights.
 */
export const deployBundles = async (): Promise<DeployedBundles> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-bundles-'));
  for (const name of deployed) await writeBundle(projectRoot, name, join(folder, name));
  const cwd = join(folder, 'empty');
  await mkdir(cwd);
  await setModes(folder, { folders: 0o555, files: 0o444 });
  return { folder, cwd, ...nobody };
};

/** Whether a program that is started as they are could write beside itself or where it is started. */
export const mayWrite = async ({ folder, ...standing }: DeployedBundles): Promise<boolean> => {
  const program = `const { writeFileSync } = require('node:fs');
    const may = (path) => { try { writeFileSync(path, ''); return true; } catch { return false; } };
    console.log(['written', '${folder}/gateway/written', '${folder}/gateway/main.js'].some(may));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program], { ...standing, env: {} });
  return stdout.trim() === 'true';
};

/** What the Dockerfile copies and a bundle does not have. */
export const missingInImages = async ({ folder }: DeployedBundles): Promise<string[]> => {
  const dockerfile = await readFile(join(projectRoot, 'infra/docker/Dockerfile'), 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY .+$/gm)].flatMap(([line]) => line.split(' ').slice(1, -1));
  return deployed
    .flatMap((name) => copied.map((path) => path.replace(/^dist\/\$\{SERVICE\}/, join(folder, name))))
    .filter((path) => !existsSync(path));
};

/** Starts a service with this environment and nothing else, and waits until it has ended. */
export const startIn = async (
  { folder, ...standing }: DeployedBundles,
  name: (typeof deployed)[number],
  env: Record<string, string>,
): Promise<{ exitCode: number; words: string }> => {
  const program = join(folder, name, 'main.js');
  return promisify(execFile)(process.execPath, [program], { ...standing, env, timeout: 30_000 }).then(
    () => ({ exitCode: 0, words: '' }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ exitCode: code, words: stderr }),
  );
};

/** Everything below the folder that programs are started in. */
export const leftBehind = ({ cwd }: DeployedBundles): Promise<string[]> => readdir(cwd, { recursive: true });

export const removeBundles = async ({ folder }: DeployedBundles): Promise<void> => {
  await setModes(folder, { folders: 0o755, files: 0o644 });
  await rm(folder, { recursive: true });
};

const setModes = async (folder: string, modes: { folders: number; files: number }): Promise<void> => {
  await chmod(folder, modes.folders | 0o500);
  const inside = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of inside)
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? modes.folders : modes.files);
};
