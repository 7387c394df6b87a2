import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPortFree } from '@cartograph/local-stack';

/** A reason not to start that a person can mend: one sentence that names the cure. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** What the databases, queues and logs of the demo shop take, with room to grow. */
const neededBytes = 400 * 1024 * 1024;

/** Looks at what most often prevents a start, before anything is begun. Throws CannotStart. */
export const checkMachine = async ({ port, dataDir }: { port: number; dataDir: string }): Promise<void> => {
  checkFolder(dataDir);
  checkSpace(dataDir);
  if (port !== 0 && !(await isPortFree(port))) {
    throw new CannotStart(`Port ${port} is taken by another program: stop that one, or start with --port N.`);
  }
};

const checkFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new CannotStart(
      `The folder ${dataDir} cannot be written: give yourself the right, or start with --data DIR.`,
    );
  }
};

/** One folder after the other: Node's own recursive form never returns where the system refuses with ENOENT, as /proc does. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
};

const checkSpace = (dataDir: string): void => {
  const folder = existsSync(dataDir) ? dataDir : dirname(dataDir);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < neededBytes) {
    const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new CannotStart(
      `The disk of ${dataDir} is nearly full (${freeMb} MB free, 400 MB needed): make room, or start with --data DIR.`,
    );
  }
};
