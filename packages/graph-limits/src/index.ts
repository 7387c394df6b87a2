export { type Limit, type LimitName, type Limits, limitTable, rateWindowSeconds } from './limit-table.ts';
export { measureOperation, type OperationMeasure } from './measure-operation.ts';
export { operationLimits } from './operation-limits.ts';
