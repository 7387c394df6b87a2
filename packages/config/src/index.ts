export { BadConfig, parseConfig } from './parse-config.ts';
export { databaseConfig, eventPathConfig, jsonText, processConfig } from './shapes.ts';
