import { readdirSync } from 'node:fs';

/** What a process keeps, read right after a collection. */
export type Kept = {
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly descriptors: number;
  readonly cpuMs: number;
};

declare const gc: (() => void) | undefined;

// Loaded before the gateway's own program (`--import`): whoever started it may ask at any time.
process.on('message', () => {
  if (typeof gc === 'function') gc();
  const cpu = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const kept: Kept = {
    heapBytes: heapUsed + external,
    rssBytes: rss,
    descriptors: readdirSync('/proc/self/fd').length,
    cpuMs: (cpu.user + cpu.system) / 1_000,
  };
  process.send?.(kept);
});
