import { hash, verify } from '@node-rs/argon2';
import type { PasswordHash, Passwords } from '../use-cases/ports.ts';

/** OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with m = 19 MiB, t = 2, p = 1. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id on libuv's threads. One hash at the start serves as what unknown addresses are verified against. */
export const argon2Passwords = async (): Promise<Passwords> => {
  const dummyHash = await hash(crypto.randomUUID(), parameters);
  return {
    hash: async (password) => (await hash(password, parameters)) as PasswordHash,
    verify: async (passwordHash, password) => {
      const isRight = await verify(passwordHash ?? dummyHash, password ?? '');
      return isRight && passwordHash !== null && password !== null;
    },
  };
};
