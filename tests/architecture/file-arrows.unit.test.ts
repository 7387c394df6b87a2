import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plantTree, root, runProgram } from './planted-tree.ts';

interface Cruise {
  modules: { source: string }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
}

const cruise = async (dir: string): Promise<Cruise> => {
  const args = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
  return JSON.parse((await runProgram('depcruise', args, dir)).stdout) as Cruise;
};

const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

/** rule -> importing file -> what it must not import */
const planted: [rule: string, file: string, imported: string][] = [
  ['domain-is-pure', 'subgraphs/order/src/domain/order.ts', 'graphql'],
  ['domain-is-pure', 'subgraphs/order/src/domain/cart.ts', '../use-cases/place-order.ts'],
  ['domain-is-pure', 'subgraphs/order/src/domain/coupon.ts', 'node:fs/promises'],
  ['domain-is-pure', 'subgraphs/order/src/domain/promotion.ts', '@prisma/client'],
  ['use-cases-know-ports-only', 'subgraphs/order/src/use-cases/cancel-order.ts', '../graphql/order-resolvers.ts'],
  ['use-cases-know-ports-only', 'subgraphs/order/src/use-cases/ship-order.ts', '@aws-sdk/client-sqs'],
  ['use-cases-know-ports-only', 'subgraphs/order/src/use-cases/pay-order.ts', '../persistence/generated/client.ts'],
  ['use-cases-do-not-reach-persistence', 'subgraphs/order/src/use-cases/find-order.ts', '../persistence/orders.ts'],
  ['graphql-does-not-reach-persistence', 'subgraphs/order/src/graphql/cart-resolvers.ts', '../persistence/orders.ts'],
  ['reactions-only-translate', 'subgraphs/order/src/reactions/on-stock-reserved.ts', '../persistence/orders.ts'],
  ['reactions-only-translate', 'subgraphs/order/src/reactions/on-payment-failed.ts', '../graphql/order-resolvers.ts'],
  ['persistence-stays-below', 'subgraphs/order/src/persistence/carts.ts', '../graphql/order-resolvers.ts'],
  ['prisma-only-in-persistence', 'subgraphs/order/src/main.ts', './persistence/generated/client.ts'],
  ['prisma-only-in-persistence', 'gateway/src/main.ts', '../../subgraphs/order/src/persistence/generated/client.ts'],
  ['events-leave-through-the-outbox', 'subgraphs/order/src/publish.ts', '@aws-sdk/client-eventbridge'],
  ['production-without-test-parts', 'packages/outbox/src/relay.ts', '../../testing/src/index.ts'],
  ['production-without-test-parts', 'subgraphs/order/src/wire.ts', '../../../packages/local-cloud/src/index.ts'],
  ['no-subgraph-reaches-another', 'subgraphs/user/src/orders.ts', '../../order/src/persistence/orders.ts'],
  ['gateway-reaches-no-subgraph', 'gateway/src/order.ts', '../../subgraphs/order/src/persistence/orders.ts'],
  ['packages-by-the-front-door', 'subgraphs/user/src/log.ts', '../../../packages/telemetry/src/logger.ts'],
  ['packages-by-the-front-door', 'packages/viewer/src/log.ts', '../../telemetry/src/logger.ts'],
  ['no-barrels-inside', 'subgraphs/user/src/context.ts', './domain/index.ts'],
  ['no-cycles', 'packages/events/src/chicken.ts', './egg.ts'],
  ['everything-resolves', 'services/notifications/src/main.ts', './nowhere.ts'],
  ['no-tests-in-production', 'tools/start/src/main.ts', './start.unit.test.ts'],
];

const innocent = [
  'subgraphs/order/src/use-cases/place-order.ts',
  'subgraphs/order/src/graphql/order-resolvers.ts',
  'subgraphs/order/src/persistence/orders.ts',
  'subgraphs/order/src/persistence/generated/client.ts',
  'subgraphs/user/src/domain/index.ts',
  'packages/telemetry/src/logger.ts',
  'packages/testing/src/index.ts',
  'packages/local-cloud/src/index.ts',
  'tools/start/src/start.unit.test.ts',
];

const plantArrows = () =>
  plantTree({
    ...Object.fromEntries(innocent.map((path) => [path, 'export const thing = 1;\n'])),
    'packages/events/src/egg.ts': "export { chicken } from './chicken.ts';\n",
    ...Object.fromEntries(
      planted.map(([, path, imported]) => [path, `import '${imported}';\nexport const chicken = 1;\n`]),
    ),
  });

// Each of these starts a program over a tree of files: that takes what the machine has left.
describe('the arrows between files', { timeout: 60_000 }, () => {
  it('are judged in every source file of the workspace', async () => {
    const isWritten = (path: string) => !/node_modules|generated/.test(path);
    const folders = '{gateway,subgraphs,packages,services,tools,scripts,tests,benchmarks}';
    const written = globSync(`${folders}/**/*.ts`, { cwd: root, exclude: (path) => !isWritten(path) });
    const read = new Set((await cruise(root)).modules.map(({ source }) => source));
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((path) => !read.has(path))).toEqual([]);
  });

  it('are each found when planted', async () => {
    await using tree = await plantArrows();
    const { summary } = await cruise(tree.dir);
    const found = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
    expect(planted.map(([rule, file]) => `${rule} ${file}`).filter((expected) => !found.includes(expected))).toEqual(
      [],
    );
  });

  it('have no rule that no planted fault proves', () => {
    const proven = new Set(planted.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  it('do not forbid what the architecture allows', async () => {
    await using tree = await plantTree({
      ...Object.fromEntries(innocent.map((path) => [path, 'export type Thing = 1;\nexport const thing = 1;\n'])),
      'subgraphs/order/src/persistence/carts.ts': "import './generated/client.ts';\nimport '../domain/cart.ts';\n",
      'subgraphs/order/src/domain/cart.ts': 'export const cart = 1;\n',
      'subgraphs/order/src/wire.ts': "import './persistence/generated/client.ts';\nimport './persistence/orders.ts';\n",
      'subgraphs/order/src/graphql/cart-resolvers.ts': "import '../use-cases/place-order.ts';\n",
      'subgraphs/order/test/cart.int.test.ts': "import '../../../packages/testing/src/index.ts';\n",
    });
    expect((await cruise(tree.dir)).summary.violations).toEqual([]);
  });
});
