export { appendAuditEntry } from './append-audit-entry.ts';
export { parseReason, reasonRule, type StaffAct } from './audit-entry.ts';
export { type AuditEntries, answerAuditEntries, auditTypeRules, readsAudit } from './audit-graph.ts';
export { readAuditEntries } from './read-audit-entries.ts';
