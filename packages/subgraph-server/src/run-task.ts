import { createLogger, type Logger } from '@cartograph/telemetry';
import { configOrExit, fail } from './fail.ts';

/**
 * A process that does one thing and ends: 0 when it is done, 78 when its environment is not complete, 1 when it fails.
 * Its log goes to standard output like every process's; the reason of a failure also to standard error, for who started it.
 */
export const runTask = async <Config extends { readonly LOG_LEVEL: string }>({
  name,
  readConfig,
  run,
}: {
  name: string;
  /** Throws BadConfig. */
  readConfig: () => Config;
  run: (config: Config, logger: Logger) => Promise<void>;
}): Promise<void> => {
  const config = configOrExit(name, readConfig);
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  await run(config, logger).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    fail(logger, error);
  });
};
