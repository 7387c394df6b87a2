import { badUserInput, scopeRule } from '@cartograph/subgraph-server';
import type { AuditPage, AuditPageRequest } from './read-audit-entries.ts';

export type AuditEntries = (request: AuditPageRequest) => Promise<AuditPage | null>;

/** The rule of a `<subgraph>AuditEntries` field; who may ask is decided by it, and by those on the types. */
export const readsAudit = scopeRule('audit:read');

/** The rules of the types in which entries are told. */
export const auditTypeRules = { AuditEntry: readsAudit, AuditEntryConnection: readsAudit, AuditEntryEdge: readsAudit };

/** What a `<subgraph>AuditEntries` field answers. Throws BAD_USER_INPUT for arguments that make no sense. */
export const answerAuditEntries = async (read: AuditEntries, page: AuditPageRequest): Promise<AuditPage> => {
  const found = await read(page);
  if (!found)
    throw badUserInput('This is no page of audit entries: `first` is 0 or more, `after` a cursor of this list.');
  return found;
};
