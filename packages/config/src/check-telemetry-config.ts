import type { TogetherCheck } from './check-together.ts';

type TelemetrySettings = { TELEMETRY?: string | undefined; TELEMETRY_ENDPOINT?: string | undefined };

/** Traces and metrics that go to a collector need to be told where it is. */
export const checkTelemetryConfig: TogetherCheck<TelemetrySettings> = (settings, context) => {
  if (settings.TELEMETRY !== 'otlp' || settings.TELEMETRY_ENDPOINT !== undefined) return;
  context.addIssue({ code: 'custom', path: ['TELEMETRY_ENDPOINT'], message: 'is wanted by TELEMETRY=otlp' });
};
