/** SQLSTATEs and Node's error codes of a database that is not there: connection lost, shutting down, starting, full. */
const awayCodes =
  /^(08\d{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|P1001|P1002|P1017)$/;
/** What pg and Prisma's adapter say without a code. */
const awayTexts =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Unable to start a transaction in the given time/;
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/** True when an error means that the database could not be reached: no fault of the work, which is to be tried again. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, kind, originalCode } = error as { code?: unknown; kind?: unknown; originalCode?: unknown };
  if ([code, originalCode].some((one) => awayCodes.test(String(one))) || awayKinds.has(String(kind))) return true;
  return awayTexts.test(error.message) || isDatabaseAway(error.cause) || causesOf(error).some(isDatabaseAway);
};

const causesOf = (error: Error): unknown[] => (error instanceof AggregateError ? error.errors : []);
