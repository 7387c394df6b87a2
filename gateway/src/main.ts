import { BadConfig } from '@cartograph/config';
import { tuneYoungGeneration } from '@cartograph/execution';
import { createLogger, type Logger, startTelemetry } from '@cartograph/telemetry';
import { readGatewayConfig } from './config.ts';
import { createGateway } from './create-gateway.ts';

/** sysexits.h EX_CONFIG: something was found in an unconfigured or misconfigured state. */
const exitBadConfig = 78;

const start = async (): Promise<void> => {
  tuneYoungGeneration();
  const config = readGatewayConfig();
  const logger = createLogger({ service: 'gateway', level: config.LOG_LEVEL });
  // Before the gateway: what is made without is never measured.
  const telemetry = await startTelemetry('gateway', config);
  const { app, stop } = await createGateway({ config, logger });
  stopOnSignal(logger, async () => {
    await stop();
    await telemetry.stop();
  });
  const url = await app.listen({ host: config.HOST, port: config.PORT });
  logger.info({ url }, 'ready');
};

const stopOnSignal = (logger: Logger, stop: () => Promise<void>): void => {
  let isStopping = false;
  const onSignal = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // Whoever started us with a channel and is gone can no longer stop us: an orphan stops itself.
  if (process.channel) process.on('disconnect', () => onSignal('disconnect'));
};

const fail = (error: unknown): never => {
  if (error instanceof BadConfig) {
    process.stderr.write(`${error.message}\n`);
    process.exit(exitBadConfig);
  }
  createLogger({ service: 'gateway', level: 'fatal' }).fatal({ err: error }, 'the process failed');
  process.exit(1);
};

await start().catch(fail);
