/** Why the bus did not take an event. `code` is the bus's error code, `reason` a sentence for people. */
export type BusRefusal = { readonly code: string; readonly reason: string };

/** Codes by which the bus says that the event itself can never pass (AWS: PutEventsResultEntry, ErrorCode). */
const neverPasses = new Set(['MalformedDetail', 'InvalidArgument', 'RedactionFailure', 'ValidationException']);

/** Codes that speak of the bus's load or health, never of the event. */
const saysNothingOfTheEvent = new Set(['ThrottlingException', 'InternalFailure', 'InternalException', 'NoAnswer']);

/**
 * After how many refusals an event is parked. What can never pass: 5, some seconds. What a person may mend without
 * touching the event (a permission, a contract that only a newer release knows): 200, about a quarter of an hour.
 * What is the bus's own trouble: never.
 */
export const patienceFor = (code: string): number => {
  if (saysNothingOfTheEvent.has(code)) return 2_147_483_647;
  return neverPasses.has(code) ? 5 : 200;
};

/** True for a refusal that says nothing of how other events would fare. */
export const isFaultOfEvent = ({ code }: BusRefusal): boolean => neverPasses.has(code) || code === 'UnknownContract';

/**
 * True when a whole request failed because of what was in it: sent one by one, the good events of it pass. Everything
 * else (no connection, time-outs, 5xx, throttling, credentials, a bus that is not there) would fail for any event.
 */
export const isContentFault = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (neverPasses.has(error.name) || error.name === 'SerializationException') return true;
  return statusOf(error) === 413;
};

/** The refusal a thrown error stands for. */
export const refusalOf = (error: unknown): BusRefusal => {
  if (!(error instanceof Error)) return { code: 'UnknownError', reason: String(error) };
  const code = isContentFault(error) ? 'ValidationException' : error.name;
  return { code, reason: `${error.name}: ${error.message}` };
};

const statusOf = (error: Error): number | undefined =>
  '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined;
