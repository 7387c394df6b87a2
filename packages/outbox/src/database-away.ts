import { codesOf, messagesOf } from './error-causes.ts';

/** SQLSTATEs, codes of Node and Prisma, and kinds of its adapter: connection lost, shutting down, starting, full. */
const awayCodes =
  /^(08\w{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1017|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;

/** What pg and Prisma say without a code of its own. */
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Unable to start a transaction in the given time/;

/** True when an error means that the database could not be reached: no fault of the work, which is to be tried again. */
export const isDatabaseAway = (error: unknown): boolean =>
  [...codesOf(error)].some((code) => awayCodes.test(code)) ||
  messagesOf(error).some((message) => awayMessages.test(message));
