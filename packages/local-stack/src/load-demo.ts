import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { compileCache, gatewayUrl, projectRoot, type StackFacts } from './stack-plan.ts';

/** The programs that fill an empty database, and the table that tells whether it is empty. */
const loaders = [
  { subgraph: 'product', table: 'product' },
  { subgraph: 'user', table: 'app_user' },
] as const;

/** Loads the demo catalogue and accounts into databases that are empty; returns the names of those it filled. */
export const loadDemo = async (facts: StackFacts): Promise<string[]> => {
  const filled: string[] = [];
  for (const { subgraph, table } of loaders) {
    const databaseUrl = facts.databaseUrls[subgraph] ?? '';
    if (!(await isEmpty(databaseUrl, table))) continue;
    await runLoader(join(projectRoot, 'subgraphs', subgraph, 'src/load-demo.ts'), {
      DATABASE_URL: databaseUrl,
      PUBLIC_MEDIA_URL: `${gatewayUrl(facts)}/media`,
      NODE_COMPILE_CACHE: compileCache,
    });
    filled.push(subgraph);
  }
  return filled;
};

const isEmpty = async (databaseUrl: string, table: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ is_empty: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM ${client.escapeIdentifier(table)}) AS is_empty`,
    );
    return rows[0]?.is_empty === true;
  } finally {
    await client.end();
  }
};

const runLoader = (program: string, environment: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let lastWords = '';
    child.stderr.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-2_000);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo data could not be loaded: ${lastWords}`)),
    );
  });
