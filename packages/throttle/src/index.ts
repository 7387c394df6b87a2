export { type Counters, type CountersOptions, openCounters } from './counters.ts';
export { networkOf } from './network-of.ts';
export type { Quota } from './quota.ts';
