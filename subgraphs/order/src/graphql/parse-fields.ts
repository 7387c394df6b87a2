import { reasonRule } from '@cartograph/audit';
import { type IdPrefix, parseId } from '@cartograph/ids';
import { isCurrencyCode, type Money, money } from '@cartograph/money';
import { idempotencyKeyRule, isIdempotencyKey } from '@cartograph/outbox';
import type { Refusal, Refused } from '../domain/refusal.ts';

/** What is wrong with one field of an input, as a sentence. */
class Problem {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

type Parsed<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], Problem> };

/** The fields of an input, parsed, or a refusal for each that cannot be taken. */
export const parseFields = <Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): ({ readonly ok: true } & { readonly fields: Parsed<Fields> }) | Refused => {
  const refusals = Object.entries(fields).flatMap(([name, value]): Refusal[] =>
    value instanceof Problem ? [{ code: 'INVALID_INPUT', message: value.message, path: ['input', name] }] : [],
  );
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, fields: fields as Parsed<Fields> };
};

/** An id of that kind. */
export const idField = <Prefix extends IdPrefix>(prefix: Prefix, text: string) =>
  parseId(prefix, text) ?? new Problem(`This is no ${prefix} id.`);

/** A text that clients choose freely: printable ASCII without blanks, as PostgreSQL text takes no NUL. */
export const tokenField = (text: string): string | Problem =>
  isIdempotencyKey(text) ? text : new Problem(idempotencyKeyRule);

/** A reason that was parsed already. */
export const reasonField = (reason: string | null): string | Problem => reason ?? new Problem(reasonRule);

/** A text of that kind that may be left out. */
export const optionalTokenField = (text: string | null | undefined): string | Problem | null =>
  text === null || text === undefined ? null : tokenField(text);

/** An amount of a currency there is. */
export const moneyField = ({ amountMinor, currency }: Money): Money | Problem =>
  isCurrencyCode(currency) ? money(amountMinor, currency) : new Problem('There is no such currency.');
