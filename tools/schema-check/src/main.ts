import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BadOperations, parseRecording } from '@cartograph/client-operations';
import type { CheckInput } from './check-graph.ts';
import { type CommandLine, type Format, readCommandLine } from './command-line.ts';
import { CannotCheck, WrongUse } from './complaints.ts';
import type { Finding } from './finding.ts';
import { readDatabases } from './graph/read-databases.ts';
import { asGithub } from './report/as-github.ts';
import { asJson } from './report/as-json.ts';
import { asMarkdown } from './report/as-markdown.ts';
import { asText } from './report/as-text.ts';
import { hasFailed, type Report } from './report/report.ts';
import { inThread } from './threads/in-thread.ts';
import { chooseComparison } from './trees/choose-comparison.ts';
import type { FileTree } from './trees/file-tree.ts';
import { readWorkingTree } from './trees/working-tree.ts';

/** The graph that is looked at is that of the folder it is called in. */
const root = process.cwd();
const ownRoot = resolve(import.meta.dirname, '../../..');

const written: Record<Format, (report: Report) => string> = {
  text: asText,
  github: asGithub,
  markdown: asMarkdown,
  json: asJson,
};

const main = async (): Promise<void> => {
  const line = readCommandLine(process.argv.slice(2));
  if (line.kind === 'help') return void process.stdout.write(`${line.text}\n`);
  if (line.kind === 'publish') return publish(resolve(root, line.out));
  const report = await check(line);
  for (const { format, file } of line.formats) {
    const text = `${written[format](report)}\n`;
    if (file === null) process.stdout.write(text);
    else await writeFile(resolve(root, file), text);
  }
  if (hasFailed(report, line.strict)) process.exitCode = 1;
};

// Loaded late: a check in another folder needs neither, and loading composition twice is half of its time.
const publish = async (out: string): Promise<void> => (await import('./publish.ts')).publish(root, out);
const contractsOfCode = async () => (await import('./events/check-event-contracts.ts')).contractsOfCode();

const check = async (line: CommandLine & { kind: 'check' }): Promise<Report> => {
  const now = await readWorkingTree(root);
  if (![...now.files.keys()].some((path) => path.startsWith('subgraphs/'))) {
    throw new CannotCheck(
      `There is no subgraphs/<name>/schema.graphql below ${root}: call it in the root of the workspace.`,
    );
  }
  const base = await chooseComparison(root, line.base, now);
  const recorded = (await Promise.all(line.usage.map(readUsage))).flat();
  const eventContracts = root === ownRoot ? await contractsOfCode() : null;
  const input: Omit<CheckInput, 'askSecondOpinion'> = { base: base.tree, now, recorded, eventContracts };
  const [report, drift] = await Promise.all([
    inThread<Report>(new URL('./threads/check-thread.ts', import.meta.url), input),
    line.onDatabases ? tryDatabases(now) : [],
  ]);
  const findings = [...report.findings, ...drift];
  return { ...report, findings, ...(base.remark !== undefined && { remark: base.remark }) };
};

/** Beside the rest: the server works while a thread composes. */
const tryDatabases = async ({ files }: FileTree): Promise<Finding[]> => {
  const databases = readDatabases(files);
  if (databases.length === 0) return [];
  return inThread<Finding[]>(new URL('./threads/databases-thread.ts', import.meta.url), { databases, files, root });
};

const readUsage = async (file: string) => parseRecording(await readFile(resolve(root, file), 'utf8'), file);

/** What people can mend is told in a sentence; only a bug shows its stack. */
const complaintOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof WrongUse || error instanceof CannotCheck || error instanceof BadOperations;
  return isExpected || 'code' in error ? error.message : (error.stack ?? error.message);
};

main().catch((error: unknown) => {
  process.stderr.write(`${complaintOf(error)}\n`);
  process.exitCode = 2;
});
