import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningStack } from './running-stack.ts';

/** Jiffies a second: USER_HZ is 100 on every Linux that Node runs on. */
const jiffiesPerSecond = 100;

/** The processes of the stack with the children each has (PostgreSQL has one a connection). */
const groups = (stack: Pick<RunningStack, 'pid' | 'pids'>): Map<string, number[]> => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = pid ? statOf(pid) : null;
    if (stat) parents.set(pid, Number(stat[1]));
  }
  const named = Object.entries({ start: stack.pid, ...stack.pids });
  const own = new Set(named.map(([, pid]) => pid));
  const childrenOf = (pid: number): number[] =>
    [...parents]
      .filter(([child, parent]) => parent === pid && !own.has(child))
      .flatMap(([child]) => [child, ...childrenOf(child)]);
  return new Map(named.map(([name, pid]) => [name, [pid, ...childrenOf(pid)]]));
};

/** Fields of /proc/PID/stat from the third on (proc(5)), or null for a process that is gone. */
const statOf = (pid: number): string[] | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
};

const pssMb = (pid: number): number => {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** The CPU time that each part has taken, its children with it, in milliseconds. */
export const cpuMsByPart = (stack: Pick<RunningStack, 'pid' | 'pids'>): Record<string, number> =>
  Object.fromEntries(
    [...groups(stack)].map(([part, pids]) => [
      part,
      pids.reduce((sum, pid) => sum + jiffiesOf(pid), 0) * (1_000 / jiffiesPerSecond),
    ]),
  );

/** utime and stime, and those of children that have ended. */
const jiffiesOf = (pid: number): number => {
  const fields = statOf(pid) ?? [];
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
};

/** Proportional set size of each part, its children with it, in MB; the last row is the sum. */
export const measureMemory = (stack: RunningStack): { part: string; processes: number; 'PSS MB': number }[] => {
  const rows = [...groups(stack)].map(([part, pids]) => ({
    part,
    processes: pids.length,
    'PSS MB': pids.reduce((total, pid) => total + pssMb(pid), 0),
  }));
  return [
    ...rows,
    {
      part: 'all',
      processes: rows.reduce((n, row) => n + row.processes, 0),
      'PSS MB': rows.reduce((n, row) => n + row['PSS MB'], 0),
    },
  ];
};

/** CPU time the stack takes while nobody asks, in percent of one core. */
export const measureRest = async (stack: RunningStack, forMs: number): Promise<{ cpuPercentOfOneCore: number }> => {
  const jiffies = () =>
    [...groups(stack).values()]
      .flat()
      .reduce((total, pid) => total + Number(statOf(pid)?.[11] ?? 0) + Number(statOf(pid)?.[12] ?? 0), 0);
  const before = jiffies();
  await delay(forMs);
  return { cpuPercentOfOneCore: ((jiffies() - before) / jiffiesPerSecond / (forMs / 1000)) * 100 };
};
