import { BadConfig } from '@cartograph/config';
import { describe, expect, it } from 'vitest';
import { metricsOf } from './metrics-of.ts';

describe('the metrics of a process', () => {
  it('are off when nothing is said of them', async () => {
    expect(await (await metricsOf('a-test', {})).stop()).toBe(undefined);
  });

  it('that are to go to a collector need to be told where it is', async () => {
    await expect(metricsOf('a-test', { METRICS_EXPORTER: 'otlp' })).rejects.toThrow(BadConfig);
    await expect(metricsOf('a-test', { METRICS_EXPORTER: 'otlp' })).rejects.toThrow('METRICS_ENDPOINT: is not set');
  });
});
