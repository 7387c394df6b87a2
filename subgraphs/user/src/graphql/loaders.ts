import DataLoader from 'dataloader';
import type { User, UserId } from '../domain/user.ts';
import type { Users } from '../use-cases/ports.ts';

export type Loaders = { readonly userById: DataLoader<UserId, User | null> };

/** Loaders of one request: each answers every key, in order, with one statement. */
export const createLoaders = ({ users }: { users: Users }): Loaders => ({
  userById: new DataLoader(async (ids) => {
    const found = new Map((await users.findByIds(ids)).map((user) => [user.id, user]));
    return ids.map((id) => found.get(id) ?? null);
  }),
});
