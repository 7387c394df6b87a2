import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What one service's folder is made of. Paths are relative to the project's root. */
export type BundlePlan = {
  /** Program in the folder -> the file it is made from. */
  programs: Readonly<Record<string, string>>;
  /** File in the folder -> the file that is copied. */
  files: Readonly<Record<string, string>>;
  /** Whether it is deployed as an image, which knows the authorities of RDS (rds-global-bundle.pem). */
  isInImage: boolean;
  /** Packages with a part in machine code: they go along as they are. */
  native: readonly string[];
  /** Packages that are asked for in development alone. */
  leftOut: readonly string[];
  /** What the folder may weigh. Whoever raises it says why in the commit. */
  budgetKiB: number;
};

const subgraph = (name: string, budgetKiB: number, native: readonly string[] = []): BundlePlan => ({
  programs: { main: `subgraphs/${name}/src/main.ts`, migrate: `subgraphs/${name}/src/migrate.ts` },
  files: {},
  isInImage: true,
  native,
  leftOut: [],
  budgetKiB,
});

/** What clients may send, by client: PERSISTED_OPERATIONS_PATHS chooses among them. */
const manifests = (root: string): Record<string, string> =>
  Object.fromEntries(
    globSync('packages/*/*/persisted-operations.json', { cwd: root })
      .sort()
      .map((path) => [`persisted-operations/${basename(dirname(path))}.json`, path]),
  );

/** The services that are deployed, each as a folder that Node runs alone. */
export const bundlePlans = (root: string) =>
  ({
    gateway: {
      programs: { main: 'gateway/src/main.ts' },
      files: { 'supergraph.graphql': 'gateway/supergraph.graphql', ...manifests(root) },
      isInImage: true,
      native: [],
      leftOut: ['@graphql-yoga/render-graphiql'],
      // It hears events: 0.5 MB of that are the queue's client, the contracts and Redis.
      budgetKiB: 11_200,
    },
    product: subgraph('product', 17_000),
    order: subgraph('order', 17_000),
    user: subgraph('user', 19_500, ['@node-rs/argon2']),
    payment: subgraph('payment', 18_000),
    notifications: {
      programs: { main: 'services/notifications/src/main.ts' },
      files: {},
      isInImage: false,
      native: [],
      leftOut: [],
      budgetKiB: 1_800,
    },
  }) satisfies Record<string, BundlePlan>;

export type BundleName = keyof ReturnType<typeof bundlePlans>;

export const bundleNames: readonly BundleName[] = ['gateway', 'product', 'order', 'user', 'payment', 'notifications'];
