import { BadConfig } from '@cartograph/config';
import { createLogger } from '@cartograph/telemetry';
import { readConfig } from './config.ts';
import { startSandboxProvider } from './start-sandbox-provider.ts';

/** sysexits.h EX_CONFIG. */
const exitBadConfig = 78;

const run = async (): Promise<void> => {
  const config = readConfig();
  const logger = createLogger({ service: 'sandbox-provider', level: config.LOG_LEVEL });
  const provider = await startSandboxProvider({ config, logger });
  const stop = () => void provider.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started us with a channel and is gone can no longer stop us: an orphan stops itself.
  if (process.channel) process.once('disconnect', stop);
};

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof BadConfig ? exitBadConfig : 1);
});
