import { newId, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { StaffAct } from './audit-entry.ts';

/**
 * Writes an entry in the transaction of the act, in the name of whoever the transaction's cause says acts. Throws when that
 * is neither a person nor a machine: nobody else may do what needs an entry.
 */
export const appendAuditEntry = async ({ db, cause }: Transaction, act: StaffAct): Promise<void> => {
  const { kind, id } = cause.actor;
  if ((kind !== 'USER' && kind !== 'MACHINE') || id === null) throw new Error(`${kind} acted, but cannot be named`);
  await db.$executeRawUnsafe(
    `INSERT INTO audit_entry (id, action, subject_id, customer_id, actor_kind, actor_id, reason, correlation_id, occurred_at)
     VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
    uuidOfId(newId('audit')),
    act.action,
    act.subjectId,
    act.customerId,
    kind,
    id,
    act.reason,
    cause.correlationId,
  );
};
