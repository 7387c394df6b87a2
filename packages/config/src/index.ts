export { checkTelemetryConfig } from './check-telemetry-config.ts';
export { checkTogether, type TogetherCheck } from './check-together.ts';
export { BadConfig, parseConfig } from './parse-config.ts';
export { databaseConfig, eventPathConfig, jsonText, processConfig, type TaskConfig, taskConfig } from './shapes.ts';
