import { connections } from './connections.ts';
import { described, describedByOwner } from './described.ts';
import { crossing, ids, keys } from './entities.ts';
import { deprecations, override, shareable } from './federation-directives.ts';
import { money } from './money.ts';
import { idempotency, mutations, userErrors } from './mutations.ts';
import { casing, telling } from './naming.ts';
import type { LintRule } from './rule.ts';
import { times } from './times.ts';

/** The graph's conventions. */
export const lintRules: readonly LintRule[] = [
  described,
  describedByOwner,
  casing,
  telling,
  connections,
  money,
  mutations,
  userErrors,
  idempotency,
  keys,
  crossing,
  ids,
  shareable,
  override,
  deprecations,
  times,
];
