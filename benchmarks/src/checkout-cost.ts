import { parseArgs } from 'node:util';
import { startSupergraph } from '@cartograph/testing';
import { measureCheckouts } from './checkouts.ts';
import { cpuMsByPart } from './processes.ts';
import { prepareShop } from './shop.ts';
import { countStatements } from './statement-counts.ts';
import { table } from './table.ts';

const help = `pnpm bench:checkout [--orders 300] [--buyers 16] [--statements]

What a purchase costs in CPU, of each process: cart, line, checkout, all events and reactions until the order is CONFIRMED, and
the buyer asking for it every 250 ms. On a stack of its own; the buyers' own CPU is told too, as they share the machine.
--statements lists the SQL statements of a purchase, by database: how often, and how long PostgreSQL took for each.`;

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '300' },
    buyers: { type: 'string', default: '16' },
    statements: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const run = async (): Promise<void> => {
  const [orders, buyers] = [Number(values.orders), Number(values.buyers)];
  const supergraph = await startSupergraph({ hasDemo: true });
  try {
    const shop = await prepareShop(supergraph.url);
    await measureCheckouts(supergraph.url, shop, { buyers, orders: Math.ceil(orders / 2) });
    const parts = { pid: process.pid, pids: supergraph.stack.pids() };
    const statements = await countStatements(supergraph.stack.facts.superuserUrl);
    const before = cpuMsByPart(parts);
    const figures = await measureCheckouts(supergraph.url, shop, { buyers, orders });
    const after = cpuMsByPart(parts);
    const counted = await statements.end();
    const each = Object.entries(after).map(([part, ms]) => ({
      part: part === 'start' ? 'the buyers' : part,
      'CPU ms a purchase': (ms - (before[part] ?? 0)) / orders,
    }));
    const sum = each.reduce((total, row) => total + row['CPU ms a purchase'], 0);
    process.stdout.write(`${table('Checkouts', [figures])}\n`);
    process.stdout.write(`${table('CPU of one core', [...each, { part: 'all', 'CPU ms a purchase': sum }])}\n`);
    const perPurchase = counted.reduce((total, { calls }) => total + calls, 0) / orders;
    process.stdout.write(`\n${perPurchase.toFixed(1)} SQL statements a purchase\n`);
    const rows = counted.map((row) => ({ ...row, calls: row.calls / orders }));
    if (values.statements) process.stdout.write(`${table('SQL', rows)}\n`);
  } finally {
    await supergraph.stop();
  }
};

if (values.help) process.stdout.write(`${help}\n`);
else await run();
