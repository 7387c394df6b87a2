/** What the layers of an error say for programs: SQLSTATEs, Prisma's, its adapter's and Node's codes and kinds. */
export const codesOf = (error: unknown): Set<string> =>
  new Set(
    causesOf(error)
      .flatMap(({ code, originalCode, kind }) => [code, originalCode, kind])
      .filter((code) => typeof code === 'string'),
  );

/** What the layers of an error say for people. */
export const messagesOf = (error: unknown): string[] =>
  causesOf(error)
    .map(({ message }) => message)
    .filter((message) => typeof message === 'string');

type Cause = { [Fact in 'code' | 'originalCode' | 'kind' | 'message' | 'cause' | 'meta' | 'errors']?: unknown };

/** The error and all it was made from: Prisma keeps PostgreSQL's in `meta`, its adapter in `cause`, Node some in `errors`. */
const causesOf = (error: unknown): Cause[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, meta, errors } = error as Cause;
  const inner = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError];
  return [error, ...inner.flatMap(causesOf), ...(Array.isArray(errors) ? errors.flatMap(causesOf) : [])];
};
