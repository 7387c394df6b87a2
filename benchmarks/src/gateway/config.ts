/** The environment of the measured processes: as in production, and reporting to nobody. */
export const measuredEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  APOLLO_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
});
