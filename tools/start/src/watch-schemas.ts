import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@cartograph/local-stack';

const subgraphs = ['product', 'order', 'user', 'payment'] as const;

/** Editors write a file in several steps: one composition after the last of them is enough. */
const settleMs = 200;

/**
 * Watches the subgraphs' schemas: a change is composed, the gateway sees the new supergraph by itself, and the subgraph
 * is started anew. A schema that does not compose changes nothing and is reported.
 */
export const watchSchemas = ({
  restart,
  report,
}: {
  restart: (subgraph: string) => Promise<void>;
  report: (text: string) => void;
}): void => {
  for (const subgraph of subgraphs) {
    let timer: NodeJS.Timeout | undefined;
    const folder = join(projectRoot, 'subgraphs', subgraph);
    const watcher = watch(folder, { persistent: false }, (_, file) => {
      if (file !== 'schema.graphql') return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        void recompose(subgraph, { restart, report });
      }, settleMs);
    });
    watcher.on('error', () => undefined);
  }
};

const recompose = async (
  subgraph: string,
  { restart, report }: { restart: (subgraph: string) => Promise<void>; report: (text: string) => void },
): Promise<void> => {
  const { code, output } = await compose();
  if (code !== 0)
    return report(`The schema of ${subgraph} does not compose, the last good graph keeps serving:\n${output}`);
  report(`The schema of ${subgraph} changed: the graph was composed anew`);
  await restart(subgraph).catch((error: unknown) => report(`${subgraph} did not start again: ${String(error)}`));
};

const compose = (): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/write-supergraph.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('exit', (code) => resolve({ code, output }));
  });
