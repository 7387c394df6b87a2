import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Logger } from '@cartograph/telemetry';

/** Apollo's gateway has loaded it when it returns, our own execution when it resolves; both refuse it by an error. */
export type UpdateSupergraph = (supergraphSdl: string) => void | Promise<void>;

/** A SupergraphManager to Apollo, a source of supergraphs to our own execution. */
export type SupergraphSource = {
  initialize: (options: {
    update: UpdateSupergraph;
  }) => Promise<{ supergraphSdl: string; cleanup?: () => Promise<void> }>;
  /** Called whenever one of its supergraphs has loaded. */
  onServing?: () => void;
};

/** A writer's several events are one change. */
const settleMs = 50;

/**
 * Reads the supergraph from its file and, when `isWatched`, again whenever the file changes. A supergraph that does not
 * load leaves the last good one serving and says why in the log; at the start, where there is none, it is an error.
 */
export const supergraphFile = (options: { path: string; isWatched: boolean; logger: Logger }): SupergraphSource => ({
  async initialize({ update }) {
    const supergraphSdl = await readFile(options.path, 'utf8');
    if (!options.isWatched) return { supergraphSdl };
    const stop = watchFile(options.path, createReload({ ...options, update, loaded: supergraphSdl }));
    return { supergraphSdl, cleanup: async () => stop() };
  },
});

const createReload = (options: { path: string; logger: Logger; update: UpdateSupergraph; loaded: string }) => {
  const { path, logger, update } = options;
  let lastTried = options.loaded;
  return async () => {
    try {
      const supergraphSdl = await readFile(path, 'utf8');
      if (supergraphSdl === lastTried) return;
      lastTried = supergraphSdl;
      await update(supergraphSdl);
      logger.info('the changed supergraph is serving');
    } catch (error) {
      logger.error({ err: error }, 'the changed supergraph does not load: the last good one goes on serving');
    }
  };
};

/** Watches the folder, as a file that is replaced by renaming another over it is a new file. */
const watchFile = (path: string, onChange: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(resolve(path)), { persistent: false }, (_event, name) => {
    if (name !== null && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void onChange(), settleMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
};
