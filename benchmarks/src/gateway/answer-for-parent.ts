/** Says that it is ready, and whenever it is asked what it has taken of the machine; ends with whoever started it. */
export const answerForParent = (ready: object): void => {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.(ready);
};
