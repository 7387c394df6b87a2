import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Charge, Operation } from './charge.ts';

type Row = Record<string, SQLOutputValue>;

const chargeOf = (row: Row): Charge => ({
  id: String(row.id),
  reference: String(row.reference),
  status: row.status as Charge['status'],
  currency: String(row.currency),
  paymentMethodToken: String(row.payment_method_token),
  amountMinor: BigInt(String(row.amount_minor)),
  authorizedMinor: BigInt(String(row.authorized_minor)),
  capturedMinor: BigInt(String(row.captured_minor)),
  refundedMinor: BigInt(String(row.refunded_minor)),
  declineReason: row.decline_reason === null ? null : String(row.decline_reason),
  createdAt: String(row.created_at),
});

const operationOf = (row: Row): Operation => ({
  id: String(row.id),
  kind: row.kind as Operation['kind'],
  idempotencyKey: String(row.idempotency_key),
  amountMinor: BigInt(String(row.amount_minor)),
  status: row.status as Operation['status'],
  reason: row.reason === null ? null : String(row.reason),
  createdAt: String(row.created_at),
});

/** The charges there are: all, or those with that id, reference or idempotency key, oldest first. */
export const findCharges = (
  store: DatabaseSync,
  by: { id?: string; reference?: string; idempotencyKey?: string } = {},
): Charge[] => {
  if (by.id !== undefined) return store.prepare('SELECT * FROM charge WHERE id = ?').all(by.id).map(chargeOf);
  if (by.reference !== undefined) {
    return store.prepare('SELECT * FROM charge WHERE reference = ? ORDER BY position').all(by.reference).map(chargeOf);
  }
  if (by.idempotencyKey === undefined)
    return store.prepare('SELECT * FROM charge ORDER BY position').all().map(chargeOf);
  const sql = 'SELECT * FROM charge WHERE id IN (SELECT charge_id FROM operation WHERE idempotency_key = ?)';
  return store.prepare(sql).all(by.idempotencyKey).map(chargeOf);
};

/** What was asked about a charge, in order. */
export const operationsOf = (store: DatabaseSync, chargeId: string): Operation[] =>
  store.prepare('SELECT * FROM operation WHERE charge_id = ? ORDER BY position').all(chargeId).map(operationOf);

/** Writes a new charge. */
export const insertCharge = (store: DatabaseSync, charge: Charge): void => {
  store
    .prepare(
      `INSERT INTO charge (id, reference, status, currency, payment_method_token, amount_minor, authorized_minor,
         captured_minor, refunded_minor, decline_reason, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      charge.id,
      charge.reference,
      charge.status,
      charge.currency,
      charge.paymentMethodToken,
      String(charge.amountMinor),
      String(charge.authorizedMinor),
      String(charge.capturedMinor),
      String(charge.refundedMinor),
      charge.declineReason,
      charge.createdAt,
    );
};

/** Writes what a charge has become. */
export const updateCharge = (store: DatabaseSync, charge: Charge): void => {
  store
    .prepare('UPDATE charge SET status = ?, captured_minor = ?, refunded_minor = ? WHERE id = ?')
    .run(charge.status, String(charge.capturedMinor), String(charge.refundedMinor), charge.id);
};

/** Writes what was asked about a charge. */
export const insertOperation = (store: DatabaseSync, chargeId: string, operation: Operation): void => {
  store
    .prepare(
      `INSERT INTO operation (id, charge_id, kind, idempotency_key, amount_minor, status, reason, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      operation.id,
      chargeId,
      operation.kind,
      operation.idempotencyKey,
      String(operation.amountMinor),
      operation.status,
      operation.reason,
      operation.createdAt,
    );
};
