import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GCProfiler } from 'node:v8';

/** What a process keeps, read right after a collection. */
export type Kept = {
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly descriptors: number;
  readonly cpuMs: number;
};

/** For how long the event loop was held. */
export type Held = { readonly p99Ms: number; readonly maxMs: number };

/** What the collections of the young generation did since this was asked last. */
export type Aged = {
  /** What came among the old: it lives until the next collection of everything. */
  readonly bytes: number;
  readonly collections: number;
};

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

let profiler = new GCProfiler();
profiler.start();

const whatGrewOld = (): Aged => {
  const young = (profiler.stop()?.statistics ?? []).filter(({ gcType }) => gcType === 'Scavenge');
  profiler = new GCProfiler();
  profiler.start();
  const bytes = young.map(({ beforeGC, afterGC }) => oldBytes(afterGC) - oldBytes(beforeGC));
  return { bytes: bytes.reduce((sum, each) => sum + each, 0), collections: young.length };
};

const oldBytes = ({ heapSpaceStatistics }: { heapSpaceStatistics: HeapSpace[] }): number =>
  heapSpaceStatistics.find(({ spaceName }) => spaceName === 'old_space')?.spaceUsedSize ?? Number.NaN;
type HeapSpace = { readonly spaceName: string; readonly spaceUsedSize: number };

const answers: Readonly<Record<string, () => object>> = { tell: whatIsKept, held: whatWasHeld, aged: whatGrewOld };

// Loaded before the gateway's own program (`--import`): whoever started it may ask at any time.
process.on('message', (question: string) => process.send?.(answers[question]?.()));
