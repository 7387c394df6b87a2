import { BadConfig } from '@cartograph/config';
import { describe, expect, it } from 'vitest';
import { isTracing, startTelemetry } from './index.ts';

describe('the telemetry of a process', () => {
  it('is off when nothing is said of it', async () => {
    const telemetry = await startTelemetry('a-test', {});
    expect(isTracing()).toBe(false);
    expect(await telemetry.stop()).toBe(undefined);
  });

  it('that is to go to a collector needs to be told where it is', async () => {
    await expect(startTelemetry('a-test', { TELEMETRY: 'otlp' })).rejects.toThrow(BadConfig);
    await expect(startTelemetry('a-test', { TELEMETRY: 'otlp' })).rejects.toThrow('TELEMETRY_ENDPOINT: is not set');
  });

  it('makes no spans when only metrics are asked for', async () => {
    const telemetry = await startTelemetry('a-test', { TELEMETRY: 'console', TELEMETRY_SIGNALS: 'metrics' });
    expect(isTracing()).toBe(false);
    await telemetry.stop();
  });
});
