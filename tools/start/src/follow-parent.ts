import { readFileSync } from 'node:fs';

const checkEveryMs = 500;

/** Who stands between a person's shell and us when a script is run by a package manager. */
const launcher = /^(\S*\/)?(node\s+\S*)?(npm|npx|pnpm|corepack)\b|^(\S*\/)?sh -c /;

/**
 * Calls back when the process that started us, or a package manager further up, is gone: they do not all hand a SIGTERM
 * on, and without them nobody would be left to stop us. The person's shell is not followed, as it may end on purpose.
 */
export const whenLauncherIsGone = (callback: () => void): void => {
  const launchers = launchersAbove(process.pid);
  const timer = setInterval(() => {
    if (launchers.every(({ child, parent }) => parentOf(child) === parent)) return;
    clearInterval(timer);
    callback();
  }, checkEveryMs);
  timer.unref();
};

type Link = { child: number; parent: number };

/** The links from this process up to the last package manager; where there is no /proc to tell, only to the parent. */
const launchersAbove = (pid: number): Link[] => {
  const links: Link[] = [];
  for (let child = pid, parent = parentOf(pid); parent > 1; child = parent, parent = parentOf(parent)) {
    const command = commandOf(parent);
    if (command === null ? links.length > 0 : !launcher.test(command)) break;
    links.push({ child, parent });
  }
  return links;
};

/** The parent's process number (proc(5): the fourth field of stat); an orphan's is that of init. */
const parentOf = (pid: number): number => {
  if (pid === process.pid) return process.ppid;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
};

const commandOf = (pid: number): string | null => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return null;
  }
};
