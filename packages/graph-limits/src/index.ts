export { measureOperation, type OperationMeasure } from './measure-operation.ts';
export { operationLimits } from './operation-limits.ts';
