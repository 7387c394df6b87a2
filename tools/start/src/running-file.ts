import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventPathFacts } from './event-path-facts.ts';

/** What other commands of the project read to find the running stack. It holds database passwords: owner only. */
export type RunningStack = {
  url: string;
  pid: number;
  pids: Record<string, number>;
  databases: Readonly<Record<string, string>>;
  events: EventPathFacts;
};

/** Writes the file; returns what removes it. */
export const announceRunning = (path: string, running: RunningStack): (() => void) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(path, { force: true });
};
