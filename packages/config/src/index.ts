export { BadConfig, parseConfig } from './parse-config.ts';
export { databaseConfig, eventPathConfig, jsonText, processConfig, type TaskConfig, taskConfig } from './shapes.ts';
