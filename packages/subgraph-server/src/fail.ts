import { BadConfig } from '@cartograph/config';
import { createLogger, type Logger } from '@cartograph/telemetry';

/** sysexits.h EX_CONFIG: something was found in an unconfigured or misconfigured state. */
const exitBadConfig = 78;

/** The configuration; without a complete environment the process ends with one clear message (exit code 78). */
export const configOrExit = <Config>(name: string, readConfig: () => Config): Config => {
  try {
    return readConfig();
  } catch (error) {
    return fail(createLogger({ service: name, level: 'info' }), error);
  }
};

/** Ends the process: 78 for an incomplete environment, 1 for any other fault, which is logged. */
export const fail = (logger: Logger, error: unknown): never => {
  if (error instanceof BadConfig) {
    process.stderr.write(`${error.message}\n`);
    process.exit(exitBadConfig);
  }
  logger.fatal({ err: error }, 'the process failed');
  process.exit(1);
};
