/** What was done, and why; who did it and when is not the caller's to say. */
export type StaffAct = {
  /** A verb and a noun, e.g. `CANCEL_ORDER`. */
  readonly action: string;
  /** The TypeID of what it was done to. */
  readonly subjectId: string;
  /** The TypeID of the customer whose thing it is; null for a guest's, or for what is nobody's. */
  readonly customerId: string | null;
  readonly reason: string;
};

export type AuditEntry = StaffAct & {
  /** A TypeID. */
  readonly id: string;
  readonly actorKind: 'USER' | 'MACHINE';
  readonly actorId: string;
  readonly correlationId: string;
  readonly occurredAt: Date;
};

/** The rule, for whoever broke it. */
export const reasonRule = 'Say why in 3 to 500 characters.';

/** A reason as it is kept, or null for what is none: 3 to 500 characters without the blanks around them. */
export const parseReason = (text: string | null | undefined): string | null => {
  const reason = text?.trim() ?? '';
  // PostgreSQL's text takes no NUL.
  return reason.length >= 3 && reason.length <= 500 && !reason.includes('\0') ? reason : null;
};
