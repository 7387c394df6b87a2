import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createStorefront,
  type Storefront,
  type Supergraph,
  startSupergraph,
  startTestStudio,
  type TestStudio,
} from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollingForm } from '../config.ts';
import { startBalancer } from '../support/balancer.ts';
import { importProducts } from '../support/import-catalogue.ts';
import { servesNews, shopSchemas, shopSupergraph } from '../support/rolled-graph.ts';
import { loadShop } from '../support/shop-load.ts';
import { checkOut, fillCart, registerShopper, type Shopper, untilSettled, variantOf } from '../support/shopper.ts';
import { until } from '../support/until.ts';

const users = 8;
const checker = new URL('../../tools/schema-check/src/main.ts', import.meta.url).pathname;

describe('the graph goes on serving', () => {
  let folder: string;
  let supergraph: Supergraph;
  let studio: TestStudio;
  let shopper: Shopper;
  let orderId: string;
  let plain: string;
  let changed: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cartograph-rolled-'));
    [plain, changed] = await Promise.all([shopSupergraph({ hasNews: false }), shopSupergraph({ hasNews: true })]);
    await writeFile(join(folder, 'supergraph.graphql'), plain);
    studio = await startTestStudio(plain);
    supergraph = await startSupergraph({
      supergraphPath: join(folder, 'supergraph.graphql'),
      replicas: rollingForm.replicas,
      settings: { gateway: { DRAIN_NOTICE_MS: '500' } },
    });
    await importProducts(supergraph, [{ handle: 'lamp', priceEur: '39.00', quantity: 100 }]);
    const { storefront } = supergraph;
    const variantId = await variantOf(storefront, 'lamp');
    shopper = await registerShopper(storefront, 'Lin Patient');
    const placed = await checkOut(storefront, await fillCart(storefront, { caller: shopper.caller, variantId }));
    expect(await untilSettled(storefront, placed)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });
    orderId = placed.orderId ?? '';
  });
  afterAll(async () => {
    await supergraph?.stop();
    await studio?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Forward and back under load: each of the two serves while everybody goes on asking. */
  const rollUnderLoad = async (storefront: Storefront, launch: (sdl: string) => Promise<void>) => {
    const load = loadShop({ storefront, caller: shopper.caller, orderId, users });
    try {
      await load.more(3 * users);
      for (const hasNews of [true, false]) {
        await launch(hasNews ? changed : plain);
        await until(
          `the graph ${hasNews ? 'with' : 'without'} news`,
          async () => (await servesNews(storefront)) === hasNews,
        );
        await load.more(6 * users);
      }
    } finally {
      await load.stop();
    }
    return { bad: load.bad, isEnough: load.good() > 15 * users };
  };
  const unfailing = { bad: [], isEnough: true };

  it('without one failed request while its supergraph file is replaced by another and back, under load', async () => {
    const answers = await rollUnderLoad(supergraph.storefront, async (sdl) => {
      // As a deployment does: whole, in one step.
      await writeFile(join(folder, 'next.graphql'), sdl);
      await rename(join(folder, 'next.graphql'), join(folder, 'supergraph.graphql'));
    });
    expect(answers).toEqual(unfailing);
  });

  it('without one failed request while Studio launches another and rolls it back, tells Studio how it went, and the check who asks for what', async () => {
    const recording = join(folder, 'recorded.jsonl');
    const url = await supergraph.stack.addGateway({
      ...studio.settings,
      SUPERGRAPH_SOURCE: 'uplink',
      STUDIO_USAGE_REPORTING: 'on',
      STUDIO_FIELD_TRACES: '1',
      OPERATION_USAGE_PATH: recording,
    });
    const storefront = createStorefront(url, {
      'apollographql-client-name': 'kiosk',
      'apollographql-client-version': '4.2',
    });
    expect(await rollUnderLoad(storefront, async (sdl) => studio.launch(sdl))).toEqual(unfailing);
    await supergraph.stack.kill('gateway-2', 'SIGTERM');

    const reported = JSON.stringify(studio.reports);
    for (const subgraph of ['product', 'order', 'user', 'payment'])
      expect(reported).toContain(`"serviceName":"${subgraph}"`);
    for (const told of ['"clientName":"kiosk"', '"responseName":"customer"', '# Ordered'])
      expect(reported).toContain(told);
    for (const secret of [orderId, 'Lin Patient', shopper.caller.accessToken ?? '-'])
      expect(reported).not.toContain(secret);

    const checked = await checkWithout('customer', recording);
    expect(checked).toMatchObject({ exitCode: 1 });
    expect(checked.stdout).toMatch(
      /Field 'customer' was removed[\s\S]*kiosk 4\.2 · Ordered \(\d{2,} requests, last 20/,
    );
    expect(await readFile(recording, 'utf8')).not.toContain(orderId);
  });

  /** `pnpm schema:check` for a graph in which orders lose a field, against the one that was recorded. */
  const checkWithout = async (field: string, recording: string) => {
    const root = join(folder, 'changed');
    const before: Record<string, string> = {};
    for (const { name, sdl } of await shopSchemas()) {
      const file = `subgraphs/${name}/schema.graphql`;
      before[file] = sdl;
      await mkdir(join(root, `subgraphs/${name}`), { recursive: true });
      await writeFile(join(root, file), sdl.replace(new RegExp(`\\n  "[^"\\n]*"\\n  ${field}: User[^\\n]*`), ''));
    }
    await writeFile(
      join(root, 'before.json'),
      JSON.stringify({ version: 1, label: 'what is deployed', files: before }),
    );
    const args = [checker, '--base', 'before.json', '--usage', recording];
    return new Promise<{ exitCode: unknown; stdout: string }>((resolve) => {
      execFile(process.execPath, args, { cwd: root, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) =>
        resolve({ exitCode: error?.code ?? 0, stdout: `${stdout}${stderr}` }),
      );
    });
  };

  it('without one failed request while processes of subgraphs and of the gateway are restarted one after the other, under load', async () => {
    const { stack } = supergraph;
    const before = Object.keys(stack.pids());
    const second = await stack.addGateway({});
    const gateways = ['gateway', ...Object.keys(stack.pids()).filter((name) => !before.includes(name))];
    const two = [...before.filter((name) => /^(product|order|user|payment)-\d$/.test(name)), ...gateways];
    const turns = Array.from({ length: rollingForm.rounds }, () => two).flat();
    const balancer = await startBalancer([stack.url, second]);
    // A process that starts wants the machine, too.
    const pauseMs = 25;
    const storefront = createStorefront(balancer.url);
    const load = loadShop({ storefront, caller: shopper.caller, orderId, users, pauseMs });
    try {
      await load.more(3 * users);
      for (const [turn, name] of turns.entries()) {
        await stack.kill(name, 'SIGTERM');
        await load.more(users);
        // The last one is the gateway that was added for this.
        if (turn < turns.length - 1) await stack.restart(name);
        await load.more(users);
      }
    } finally {
      await load.stop();
      await balancer.stop();
    }
    expect({ bad: load.bad, isEnough: load.good() > 15 * users, failed: balancer.failed() }).toEqual({
      ...unfailing,
      failed: 0,
    });
  }, 600_000);

  it('a subgraph that is down empties only its own nullable fields, and what was ordered meanwhile is carried on when it is back', async () => {
    const { storefront, stack } = supergraph;
    const variantId = await variantOf(storefront, 'lamp');
    const payments = Object.keys(stack.pids()).filter((name) => name.startsWith('payment'));
    await Promise.all(payments.map((name) => stack.kill(name, 'SIGTERM')));
    const placed = await checkOut(storefront, await fillCart(storefront, { caller: shopper.caller, variantId }));
    const question =
      'query ($id: ID!) { order(id: $id) { status customer { name } lines { product { title } } payment { status } } }';
    const answer = await storefront.ask(question, { id: placed.orderId }, shopper.caller);
    expect(answer.data?.order).toEqual({
      status: 'PENDING',
      customer: { name: 'Lin Patient' },
      lines: [{ product: { title: 'Test lamp' } }],
      payment: null,
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|localhost/);

    await Promise.all(payments.map((name) => stack.restart(name)));
    expect(await untilSettled(storefront, placed)).toEqual({ status: 'CONFIRMED', paymentStatus: 'PAID' });
    const healed = await storefront.ask(question, { id: placed.orderId }, shopper.caller);
    expect(healed.errors).toBeUndefined();
    expect(healed.data?.order.payment).toEqual({ status: 'CAPTURED' });
  });
});
