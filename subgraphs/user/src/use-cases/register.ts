import { newId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import { type AccountOpened, openAccount } from './open-account.ts';
import type { Users } from './ports.ts';
import type { Registration } from './prepare-registration.ts';

/** Opens a customer's account, its address not yet verified. */
export const register = ({ users }: { users: Users }) => {
  const open = openAccount({ users });
  return (tx: Transaction, registration: Registration): Promise<AccountOpened> =>
    open(tx, { ...registration, id: newId('user'), status: 'UNVERIFIED', scopes: [] });
};
