/** Where the embedded parts write what happened; a pino logger fits. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Tells nobody: for tests and for callers that only want errors thrown. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
