import type { Transaction } from '@cartograph/outbox';
import { parseLocale, parsePhone } from '../../domain/people/profile.ts';
import type { UserId } from '../../domain/user.ts';
import { parseUserName } from '../../domain/user-name.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { PersonStore } from './ports.ts';

/** What is undefined stays as it is; null takes it away. */
export type UpdateProfile = {
  readonly userId: UserId;
  readonly name?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly phone?: string | null | undefined;
};

export type ProfileUpdated =
  | { readonly ok: true }
  | AccountClosed
  | {
      readonly ok: false;
      readonly error: { readonly code: 'INVALID_INPUT'; readonly fields: readonly ProfileField[] };
    };

export type ProfileField = 'name' | 'locale' | 'phone';

/** Changes what a person says of themself: all of it, or nothing when one field is wrong. */
export const updateProfile =
  ({ people }: { people: PersonStore }) =>
  async (tx: Transaction, { userId, ...command }: UpdateProfile): Promise<ProfileUpdated> => {
    const name = read(command.name, parseUserName);
    const locale = read(command.locale, parseLocale);
    const phone = read(command.phone, parsePhone);
    const fields = wrongFields({ name: command.name === null ? 'WRONG' : name, locale, phone });
    if (fields.length > 0) return { ok: false, error: { code: 'INVALID_INPUT', fields } };
    if (!(await holdOpenAccount(people, tx, userId))) return accountClosed;
    if (typeof name === 'object' && name?.value) await people.rename(tx, userId, name.value);
    const before = await people.profile(tx, userId);
    await people.saveProfile(tx, userId, {
      locale: typeof locale === 'object' ? locale.value : before.locale,
      phone: typeof phone === 'object' ? phone.value : before.phone,
    });
    return { ok: true };
  };

type Reading = 'UNSAID' | 'WRONG' | { readonly value: string | null };

const read = (text: string | null | undefined, parse: (text: string) => string | null): Reading => {
  if (text === undefined) return 'UNSAID';
  if (text === null) return { value: null };
  const value = parse(text);
  return value === null ? 'WRONG' : { value };
};

const wrongFields = (readings: Readonly<Record<ProfileField, Reading>>): ProfileField[] =>
  (Object.keys(readings) as ProfileField[]).filter((field) => readings[field] === 'WRONG');
