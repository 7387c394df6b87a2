/**
 * One signal for "too late" and "no longer wanted": aborted after `timeoutMs`, or when the given signal is. It covers the
 * wait for a free connection too, which undici's own time-outs do not. `clear` must be called when the work is done.
 */
export const startDeadline = (
  timeoutMs: number,
  unwanted: AbortSignal | null,
): { signal: AbortSignal; clear: () => void } => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const giveUp = () => controller.abort(new Error('nobody waits for the answer any more'));
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
