import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a process keeps, read right after a collection. */
export type Kept = {
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly descriptors: number;
  readonly cpuMs: number;
};

/** For how long the event loop was held. */
export type Held = { readonly p99Ms: number; readonly maxMs: number };

declare const gc: (() => void) | undefined;

const whatIsKept = (): Kept => {
  if (typeof gc === 'function') gc();
  const cpu = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return {
    heapBytes: heapUsed + external,
    rssBytes: rss,
    descriptors: readdirSync('/proc/self/fd').length,
    cpuMs: (cpu.user + cpu.system) / 1_000,
  };
};

const resolutionMs = 1;
const delays = monitorEventLoopDelay({ resolution: resolutionMs });
delays.enable();

const whatWasHeld = (): Held => {
  const held: Held = {
    p99Ms: Math.max(0, delays.percentile(99) / 1e6 - resolutionMs),
    maxMs: Math.max(0, delays.max / 1e6 - resolutionMs),
  };
  delays.reset();
  return held;
};

// Loaded before the gateway's own program (`--import`): whoever started it may ask at any time.
process.on('message', (question) => process.send?.(question === 'held' ? whatWasHeld() : whatIsKept()));
