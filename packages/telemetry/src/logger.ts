import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** What may hold a credential or a person's data is cut out wherever it stands in a logged object. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'email',
  'paymentMethodToken',
  'guestToken',
];

/**
 * A logger that writes one line of JSON an entry to standard output (or to the given stream).
 * `service` names the process, `level` is pino's. Log ids, never names, addresses, tokens or whole commands.
 */
export const createLogger = (
  { service, level }: { service: string; level: string },
  destination?: DestinationStream,
): Logger => {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
};
