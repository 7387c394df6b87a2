/**
 * Calls back when the process that started us is gone: package managers do not all hand a SIGTERM on, and without them
 * nobody would be left to stop us.
 */
export const whenParentIsGone = (callback: () => void): void => {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
};
