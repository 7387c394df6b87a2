import type { Logger } from '@cartograph/telemetry';

/** Apollo's chatter, one level down: its "info" is our "debug". */
export const apolloLogger = (logger: Logger) => ({
  debug: (message?: string) => logger.trace(message),
  info: (message?: string) => logger.debug(message),
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});
