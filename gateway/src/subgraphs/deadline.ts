import { NoAnswerInTime, Unwanted } from './outage.ts';

/**
 * One signal for "too late" and "no longer wanted": aborted after `timeoutMs`, or when the given signal is. It covers the
 * wait for a free connection too, which undici's own time-outs do not. `clear` must be called when the work is done.
 */
export const startDeadline = (
  timeoutMs: number,
  unwanted: AbortSignal | null,
): { signal: AbortSignal; clear: () => void } => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new NoAnswerInTime(timeoutMs)), timeoutMs);
  const giveUp = () => controller.abort(new Unwanted());
  if (unwanted?.aborted) giveUp();
  unwanted?.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      unwanted?.removeEventListener('abort', giveUp);
    },
  };
};
