export { allocate } from './allocate.ts';
export { fromDecimal, minorUnitDigits, toDecimal } from './decimal.ts';
export {
  add,
  type CurrencyCode,
  CurrencyMismatch,
  isCurrencyCode,
  isEqual,
  type Money,
  money,
  multiply,
  sum,
} from './money.ts';
