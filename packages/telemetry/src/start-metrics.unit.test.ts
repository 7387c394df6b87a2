import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const front = new URL('./index.ts', import.meta.url).href;

/** What a process of its own loads of OpenTelemetry when it measures with that exporter. */
const loadedWith = (exporter: 'off' | 'console'): string[] => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { count, inSpan, observe, record, startMetrics, startTracing } = await import('${front}');
    const metrics = await startMetrics({ service: 'a-test', exporter: '${exporter}', intervalMs: 60_000 });
    count('cartograph.dead_letters', 1);
    record('cartograph.inbox.lag', 0.5);
    const tracing = await startTracing({ service: 'a-test', exporter: '${exporter}' });
    await inSpan('a span', { parent: null }, async () => undefined);
    await tracing.stop();
    observe(['cartograph.outbox.depth'], async () => ({ 'cartograph.outbox.depth': 1 }))();
    await metrics.stop();
    process.stderr.write(JSON.stringify(loaded.filter((url) => url.includes('opentelemetry'))));`;
  const child = ['--input-type=module', '--eval', `${script}\nprocess.exitCode = 0;`];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const redirected = `exec "$0" "$@" 2>&1 >/dev/null`;
  return JSON.parse(
    execFileSync('sh', ['-c', redirected, process.execPath, ...child], { cwd, encoding: 'utf8' }),
  ) as string[];
};

/** What a process of its own writes to standard output, by line. */
const writtenBy = (script: string): Record<string, unknown>[] => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const imports = `import { inSpan, record, count, startTelemetry } from '${front}';`;
  const written = execFileSync(process.execPath, ['--input-type=module', '--eval', imports + script], {
    cwd,
    encoding: 'utf8',
  });
  return written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('metrics and spans', () => {
  it('go to standard output where that is asked for, each a line of JSON', () => {
    const lines = writtenBy(`
      const telemetry = await startTelemetry('a-test', { TELEMETRY: 'console' });
      await inSpan('a span', { parent: null, attributes: { route: '/a' } }, async () => undefined);
      count('cartograph.dead_letters', 2, { subgraph: 'order' });
      record('cartograph.inbox.lag', 0.5);
      record('cartograph.inbox.lag', 1.5);
      await telemetry.stop();`);
    const about = { service: 'a-test', time: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(lines).toContainEqual(expect.objectContaining({ ...about, span: 'a span', attributes: { route: '/a' } }));
    expect(lines).toContainEqual({
      ...about,
      metric: 'cartograph.dead_letters',
      unit: '{message}',
      value: 2,
      attributes: { subgraph: 'order' },
    });
    const lag = { metric: 'cartograph.inbox.lag', unit: 's', count: 2, sum: 2, min: 0.5, max: 1.5, attributes: {} };
    expect(lines).toContainEqual({ ...about, ...lag });
  });

  it('load nothing of the SDK while they are off, and can be measured all the same', () => {
    expect(loadedWith('off')).toEqual([]);
  });

  it('load the SDK when they are on', () => {
    const loaded = loadedWith('console');
    expect(loaded.some((url) => url.includes('sdk-metrics'))).toBe(true);
    expect(loaded.some((url) => url.includes('sdk-trace'))).toBe(true);
  });
});
