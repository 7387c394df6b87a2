import { createLogger, type Logger, startTelemetry, type TelemetryConfig } from '@cartograph/telemetry';
import { configOrExit, fail } from './fail.ts';

/** A running process: `stop` finishes what is in hand. */
export type Running = { stop: () => Promise<void> };

type RunConfig = TelemetryConfig & { readonly LOG_LEVEL: string };

/** After this long a stop that hangs is given up, so that a deploy does not wait for ever. */
const stopLimitMs = 25_000;

/**
 * The life of a process: reads its configuration, starts it, stops it in order on SIGTERM or SIGINT (exit code 0), and
 * ends with one clear message when its environment is not complete (exit code 78) or when it fails (exit code 1).
 */
export const runProcess = async <Config extends RunConfig>({
  name,
  readConfig,
  start,
}: {
  name: string;
  /** Throws BadConfig. Called here and not by the caller, so that an incomplete environment ends as it should. */
  readConfig: () => Config;
  start: (config: Config, logger: Logger) => Promise<Running>;
}): Promise<void> => {
  const config = configOrExit(name, readConfig);
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  // Before the parts: what is started without is never measured.
  const telemetry = await startTelemetry(name, config).catch((error: unknown) => fail(logger, error));
  const running = await start(config, logger).catch((error: unknown) => fail(logger, error));
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    running
      .stop()
      .then(telemetry.stop)
      .then(
        () => process.exit(0),
        (error: unknown) => fail(logger, error),
      );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // Whoever started us with a channel and is gone can no longer stop us: an orphan stops itself.
  if (process.channel) process.on('disconnect', () => stop('disconnect'));
};
