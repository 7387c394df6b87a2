import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { UserId } from '../domain/user.ts';
import type { NewUser, Users } from './ports.ts';

export type AccountOpened = { ok: true; userId: UserId } | { ok: false; error: { code: 'EMAIL_TAKEN' } };

/** Adds an account and tells of it. EMAIL_TAKEN only where its address is to count as proved and is another's. */
export const openAccount =
  ({ users }: { users: Users }) =>
  async (tx: Transaction, newUser: NewUser): Promise<AccountOpened> => {
    const user = await users.add(tx, newUser);
    if (user === null) return { ok: false, error: { code: 'EMAIL_TAKEN' } };
    await appendEvent(tx, {
      name: 'UserRegistered',
      aggregateId: user.id,
      aggregateVersion: user.version,
      data: { userId: user.id, registeredAt: user.createdAt.toISOString() },
    });
    return { ok: true, userId: user.id };
  };
