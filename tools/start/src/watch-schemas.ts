import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { subgraphNames } from '@cartograph/events';

const composer = fileURLToPath(new URL('./compose-schemas.ts', import.meta.url));

/** Editors write a file in several steps: one composition after the last of them is enough. */
const settleMs = 200;

export type SchemaWatch = {
  /** The folder that holds `subgraphs/<name>/schema.graphql`. */
  root: string;
  /** Where the gateway reads the supergraph. */
  supergraphPath: string;
  /** Starts one subgraph anew, so that it serves what its schema now says. */
  restart: (subgraph: string) => Promise<void>;
  report: (text: string) => void;
};

/**
 * Watches the subgraphs' schemas: a change is composed, the gateway sees the new supergraph by itself, and the subgraph
 * is started anew. A schema that does not compose changes nothing and is reported with the reason. Returns what ends it.
 */
export const watchSchemas = (options: SchemaWatch): (() => void) => {
  const stops = subgraphNames.map((subgraph) => watchOne(subgraph, options));
  return () => {
    for (const stop of stops) stop();
  };
};

const watchOne = (subgraph: string, options: SchemaWatch): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(options.root, 'subgraphs', subgraph), { persistent: false }, (_, file) => {
    if (file !== 'schema.graphql') return;
    clearTimeout(timer);
    timer = setTimeout(() => void recompose(subgraph, options), settleMs);
  });
  watcher.on('error', (error) => options.report(`The schema of ${subgraph} is no longer watched: ${error.message}`));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
};

const recompose = async (subgraph: string, { root, supergraphPath, restart, report }: SchemaWatch): Promise<void> => {
  const reasons = await compose(root, supergraphPath);
  if (reasons !== null) {
    return report(`The schema of ${subgraph} does not compose, the last good graph keeps serving:\n${reasons}`);
  }
  report(`The schema of ${subgraph} changed: the graph was composed anew`);
  await restart(subgraph).catch((error: unknown) => report(`${subgraph} did not start again: ${String(error)}`));
};

/** Null when the schemas compose, otherwise the reasons why they do not. */
const compose = (root: string, supergraphPath: string): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(process.execPath, [composer, root, supergraphPath], (error, stdout, stderr) =>
      resolve(error ? stdout || stderr : null),
    );
  });
