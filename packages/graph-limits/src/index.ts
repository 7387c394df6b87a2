export { type CostModel, costModelOf } from './cost-model.ts';
export { type CostRules, readCostRules } from './cost-rules.ts';
export { type Limit, type LimitName, type Limits, limitTable, rateWindowSeconds } from './limit-table.ts';
export { misjudgedLists } from './list-lengths.ts';
export { countObjects, measureAnswer } from './measure-answer.ts';
export { measureOperation, type OperationCost, type OperationMeasure } from './measure-operation.ts';
export { operationLimits } from './operation-limits.ts';
