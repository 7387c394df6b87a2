import { newId } from '@cartograph/ids';
import { systemCause, type UnitOfWork } from '@cartograph/outbox';
import { parseEmailAddress } from '../domain/email-address.ts';
import { parseNewPassword } from '../domain/password-rules.ts';
import { openAccount } from './open-account.ts';
import type { Passwords, Users } from './ports.ts';

/** The password of every demo account. It is public: the accounts exist only where the demo is asked for. */
export const demoPassword = 'cartograph-demo';

/** A customer, and somebody of the shop's staff who answers customers. */
export const demoAccounts = [
  { email: 'ada@example.com', name: 'Ada Lovelace', roles: [] },
  { email: 'grace@example.com', name: 'Grace Hopper', roles: ['SUPPORT'] },
] as const;

/** Opens the demo accounts where nobody has an account yet; returns how many it opened. */
export const openDemoAccounts =
  ({ users, passwords, unitOfWork }: { users: Users; passwords: Passwords; unitOfWork: UnitOfWork }) =>
  async (): Promise<number> => {
    if (!(await users.isEmpty())) return 0;
    const newUsers = await Promise.all(demoAccounts.map((account) => newDemoUser(account, passwords)));
    const open = openAccount({ users });
    return unitOfWork(systemCause(crypto.randomUUID()), async (tx) => {
      let opened = 0;
      for (const newUser of newUsers) if ((await open(tx, newUser)).ok) opened += 1;
      return opened;
    });
  };

const newDemoUser = async ({ email, name, roles }: (typeof demoAccounts)[number], passwords: Passwords) => {
  const address = parseEmailAddress(email);
  const judged = parseNewPassword(demoPassword, address);
  if (address === null || !judged.ok) throw new Error(`the demo account ${name} breaks the rules of accounts`);
  const passwordHash = await passwords.hash(judged.password);
  const proved = { status: 'ACTIVE', hasProvedEmail: true } as const;
  return { id: newId('user'), email: address, name, passwordHash, roles, ...proved };
};
