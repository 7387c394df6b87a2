/** Prints one line a step with the seconds since the start, so that nobody wonders whether it hangs. */
export const createProgress = (write: (text: string) => void) => {
  const startedAt = performance.now();
  const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s`;
  return { step: (text: string) => write(`${elapsed()}  ${text}\n`), elapsed };
};
