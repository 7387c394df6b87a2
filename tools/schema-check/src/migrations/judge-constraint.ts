import type { Constraint } from 'libpg-query';
import { locksForIndex, type Risk, type Surroundings, validatesUnderLock } from './statement-risk.ts';

/** What adding a constraint to a table that is in use risks. */
export const judgeConstraint = (table: string, constraint: Constraint, { isLarge }: Surroundings): Risk[] => {
  const { contype, conname = '', skip_validation: isNotValid, indexname } = constraint;
  if (!isLarge(table)) return [];
  if (contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN') {
    return isNotValid === true ? [] : [validatesUnderLock(`constraint ${conname} to ${table}, which is large`)];
  }
  const makesIndex = contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_EXCLUSION';
  return makesIndex && indexname === undefined ? [locksForIndex(table)] : [];
};
