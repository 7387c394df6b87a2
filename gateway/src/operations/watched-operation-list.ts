import { stat } from 'node:fs/promises';
import type { Logger } from '@cartograph/telemetry';
import { type OperationList, readOperationList } from './operation-list.ts';

export type WatchedOperationList = OperationList & { stop: () => void };

/**
 * The manifests, read again when one of them has changed. Looked at by the clock: a folder's events miss what is mounted, or
 * linked to another place. Manifests that cannot be read leave the ones before in force, and the log says why; at the start,
 * where there are none before, it throws BadConfig.
 */
export const watchOperationList = async (
  paths: readonly string[],
  { everyMs, logger }: { everyMs: number; logger: Logger },
): Promise<WatchedOperationList> => {
  // Before the reading: what changes meanwhile is read once too often rather than never.
  let seen = await stampOf(paths);
  let list = await readOperationList(paths);
  const look = async (): Promise<void> => {
    const stamp = await stampOf(paths);
    if (stamp === seen) return;
    seen = stamp;
    try {
      list = await readOperationList(paths);
      logger.info({ paths }, 'the changed manifests of operations are in force');
    } catch (error) {
      logger.error({ err: error }, 'the changed manifests of operations cannot be read: the ones before stay in force');
    }
  };
  const stop = repeat(look, paths.length === 0 ? 0 : everyMs);
  return { bodyOf: (id) => list.bodyOf(id), texts: () => list.texts(), lists: (text) => list.lists(text), stop };
};

/** One look at a time; 0 never looks. */
const repeat = (look: () => Promise<void>, everyMs: number): (() => void) => {
  let isLooking = false;
  if (everyMs === 0) return () => {};
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/** Changes with each of the files, also where another one takes its place. */
const stampOf = async (paths: readonly string[]): Promise<string> =>
  (
    await Promise.all(
      paths.map((path) =>
        stat(path).then(
          ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
          () => 'missing',
        ),
      ),
    )
  ).join();
