import { BadConfig } from '@cartograph/config';
import { createLogger, type Logger } from '@cartograph/telemetry';

/** A running process: `stop` finishes what is in hand. */
export type Running = { stop: () => Promise<void> };

/** sysexits.h EX_CONFIG: something was found in an unconfigured or misconfigured state. */
const exitBadConfig = 78;
/** After this long a stop that hangs is given up, so that a deploy does not wait for ever. */
const stopLimitMs = 25_000;

/**
 * The life of a process: starts it, stops it in order on SIGTERM or SIGINT (exit code 0), and ends with one clear
 * message when its environment is not complete (exit code 78) or when it fails (exit code 1).
 */
export const runProcess = async ({
  name,
  level,
  start,
}: {
  name: string;
  level: string;
  start: (logger: Logger) => Promise<Running>;
}): Promise<void> => {
  const logger = createLogger({ service: name, level });
  const running = await start(logger).catch((error: unknown) => fail(logger, error));
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(logger, error),
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
};

const fail = (logger: Logger, error: unknown): never => {
  if (error instanceof BadConfig) {
    process.stderr.write(`${error.message}\n`);
    process.exit(exitBadConfig);
  }
  logger.fatal({ err: error }, 'the process failed');
  process.exit(1);
};
