import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triesBrowser } from '../config.ts';
import { openExplorer } from '../support/explorer-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { until } from '../support/until.ts';

const program = new URL('../../tools/start/start.mjs', import.meta.url).pathname;

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

const run = (args: readonly string[]): Run => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => output, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) };
};

const urlOf = (output: string): string => /Graph\s+(http:\S+\/graphql)/.exec(output)?.[1] ?? '';

const ask = async (url: string, query: string) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { data?: { products?: { nodes: unknown[] } } };
};

const started = async (dataDir: string, args: readonly string[] = []): Promise<Run & { url: string }> => {
  const running = run(['--data', dataDir, '--port', '0', ...args]);
  await until(
    'the start to be ready',
    async () => {
      if (running.child.exitCode !== null) throw new Error(`it ended: ${running.output()}`);
      return running.output().includes('Stop with Ctrl-C');
    },
    120_000,
  );
  return { ...running, url: urlOf(running.output()) };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('start', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cartograph-start-'));
  });
  afterAll(async () => rm(dataDir, { recursive: true, force: true }));

  it('serves the demo shop, stops in order on SIGINT, and has the data again at the next start', async () => {
    const first = await started(dataDir);
    expect(first.output()).toMatch(/Explorer\s+http.*ada@example\.com/s);
    const shown = await ask(first.url, '{ products(first: 100) { nodes { id } } }');
    expect(shown.data?.products?.nodes.length).toBeGreaterThanOrEqual(60);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const startedAt = performance.now();
    const second = await started(dataDir);
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    expect(await ask(second.url, '{ products(first: 100) { nodes { id } } }')).toEqual(shown);
    if (triesBrowser) await orderInExplorer(second.url.replace('/graphql', ''));
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('stops everything when one part dies, says which, and leaves no process behind', async () => {
    const running = await started(dataDir);
    const pids = await partsOf(running.child.pid ?? 0);
    expect(pids.length).toBeGreaterThanOrEqual(7);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(/ended by itself, so everything stops/);
    await until('all parts to be gone', async () => pids.every((pid) => !isAlive(pid)), 10_000);
  });

  it('starts again after it was itself killed without a chance to clean up', async () => {
    const running = await started(dataDir);
    const pids = await partsOf(running.child.pid ?? 0);
    running.child.kill('SIGKILL');
    await running.ended;
    await until('the orphaned services to stop themselves', async () => pids.filter(isAlive).length <= 1, 40_000);
    const again = await started(dataDir);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it('says in one sentence what is wrong and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const taken = run(['--data', dataDir, '--port', String(port)]);
    expect(await taken.ended).toBe(1);
    expect(taken.output()).toContain(
      `Port ${port} is taken by another program: stop that one, or start with --port N.`,
    );
    server.close();

    const unwritable = run(['--data', '/proc/nowhere', '--port', '0']);
    expect(await unwritable.ended).toBe(1);
    expect(unwritable.output()).toMatch(/\/proc\/nowhere cannot be written: .* --data DIR/);

    const wrong = run(['--prot', '4']);
    expect(await wrong.ended).toBe(2);
    expect(wrong.output()).toMatch(/--prot.*start --help/);

    const help = run(['--help']);
    expect(await help.ended).toBe(0);
    for (const option of ['--port N', '--data DIR', '--reset', '--no-demo']) expect(help.output()).toContain(option);
  });

  it('refuses a second start on the same data', async () => {
    const running = await started(dataDir, ['--no-demo']);
    const second = run(['--data', dataDir, '--port', '0']);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/already runs on .* start with --data DIR/);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
  });
});

/** In a real browser without internet, every tab of the explorer in its order: from the first products to an order. */
const orderInExplorer = async (url: string): Promise<void> => {
  const browser = await openBrowser();
  try {
    const { tabs, run, strangers, complaints } = await openExplorer(browser, url);
    expect(await tabs()).toEqual(['Shop', 'Search', 'SignIn', 'CreateCart', 'AddToCart', 'Checkout', 'Order']);
    const shop = await run('Shop');
    const [variant] = shop.data.products.nodes[0].variants;
    expect((await run('Search')).data.products.totalCount).toBeGreaterThan(0);
    expect((await run('SignIn')).data.signIn).toMatchObject({ accessToken: expect.any(String), userErrors: [] });
    const { cart, guestToken } = (await run('CreateCart')).data.createCart;
    const guest = { 'x-cartograph-guest': guestToken };
    const line = { cartId: cart.id, variantId: variant.id, quantity: 1 };
    const added = await run('AddToCart', { variables: { input: line }, headers: guest });
    expect(added.data.addCartLine).toMatchObject({ cart: { lines: [{ quantity: 1 }] }, userErrors: [] });
    const { total: expectedTotal } = added.data.addCartLine.cart;
    const input = { cartId: cart.id, idempotencyKey: 'once', expectedTotal, paymentMethodToken: 'tok_approve' };
    const { order, guestToken: ordered } = (await run('Checkout', { variables: { input }, headers: guest })).data
      .checkout;
    const seen = await run('Order', { variables: { id: order.id }, headers: { 'x-cartograph-guest': ordered } });
    expect(seen.data.order).toMatchObject({
      lines: [{ quantity: 1, product: { title: shop.data.products.nodes[0].title } }],
    });
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  } finally {
    await browser.close();
  }
};

/** The child processes of the start, oldest first. */
const partsOf = async (pid: number): Promise<number[]> => {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text
    .trim()
    .split(/\s+/)
    .map(Number)
    .sort((a, b) => a - b);
};
