import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Logger } from '@cartograph/telemetry';

export type LastGood = {
  /** The supergraph that was kept, in place of one that is missing or bad. Throws `because`, when there is none. */
  read: (because: Error, why: string) => Promise<string>;
  /** Keeps a supergraph that has loaded; where that fails, the log says so and nothing else happens. */
  keep: (supergraphSdl: string) => void;
};

/** A file that is whole at every moment: each supergraph is written beside it and then takes its place. */
export const lastGoodFile = (path: string, logger: Logger): LastGood => {
  let last = Promise.resolve();
  return {
    read: async (because, why) => {
      const supergraphSdl = await readFile(path, 'utf8').catch(() => {
        throw because;
      });
      logger.warn({ err: because, path }, `${why}: the last good supergraph serves`);
      return supergraphSdl;
    },
    keep: (supergraphSdl) => {
      last = last
        .then(async () => {
          await writeFile(`${path}.new`, supergraphSdl);
          await rename(`${path}.new`, path);
        })
        .catch((error: unknown) => logger.error({ err: error, path }, 'the last good supergraph could not be kept'));
    },
  };
};
