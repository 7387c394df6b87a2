import { badUserInput } from '@cartograph/subgraph-server';
import type { QueryResolvers } from './generated/resolver-types.ts';

/** Who may ask is decided by the rule on the field and by those on the types. */
export const orderAuditEntries: NonNullable<QueryResolvers['orderAuditEntries']> = async (
  _,
  page,
  { auditEntries },
) => {
  const found = await auditEntries(page);
  if (!found)
    throw badUserInput('This is no page of audit entries: `first` is 0 or more, `after` a cursor of this list.');
  return found;
};
