import { join } from 'node:path';
import { subgraphNames } from '@cartograph/events';
import { ensureDatabases } from '@cartograph/local-cloud';
import { applyMigrations } from '@cartograph/migrations';
import { projectRoot } from './stack-plan.ts';

/**
 * The program that makes the four databases, each owned by a role of its own, and, where it is asked to, applies what
 * migrations are new. It is a process of its own, so that the engine's memory goes when it is done. Reads an `Order` as
 * JSON from its channel and sends `{ urls }` or `{ error }`.
 */
export type Order = { superuserUrl: string; passwords: Record<string, string>; isMigrating: boolean };

const prepare = async ({ superuserUrl, passwords, isMigrating }: Order): Promise<Record<string, string>> => {
  const specs = subgraphNames.map((name) => ({ name, role: `${name}_owner`, password: passwords[name] ?? '' }));
  const urls = await ensureDatabases(superuserUrl, specs);
  for (const name of isMigrating ? subgraphNames : []) {
    await applyMigrations({
      databaseUrl: urls[name] ?? '',
      migrationsDir: join(projectRoot, 'prisma', name, 'migrations'),
    });
  }
  return urls;
};

process.once('message', (order: Order) => {
  void prepare(order)
    .then(
      (urls) => ({ urls }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});
