export { appendAuditEntry } from './append-audit-entry.ts';
export { type AuditEntry, parseReason, type StaffAct } from './audit-entry.ts';
export { type AuditPage, type AuditPageRequest, readAuditEntries } from './read-audit-entries.ts';
