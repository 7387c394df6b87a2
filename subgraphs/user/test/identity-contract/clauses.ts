import { newId } from '@cartograph/ids';
import { scopesOfRoles } from '@cartograph/viewer';
import { expect } from 'vitest';
import { type Customer, codesOf, password } from '../support/customers.ts';
import {
  changePasswordOperation,
  refreshOperation,
  registerOperation,
  reinstateOperation,
  requestPasswordResetOperation,
  resetPasswordOperation,
  signInOperation,
  signOutEverywhereOperation,
  signOutOperation,
  suspendOperation,
  verifyEmailOperation,
} from '../support/operations.ts';
import type { World } from './target.ts';

export type Clause = { id: string; title: string; run: (world: World) => Promise<void> };

const newPassword = 'quite another phrase';

/** Somebody who has registered, proved the address and signed in. */
const arrive = async ({ customers, codeFor }: World): Promise<Customer> => {
  const email = `${crypto.randomUUID()}@example.com`;
  const { user } = await customers.send(registerOperation, { email, password, name: 'Ada' });
  const code = await codeFor(email);
  expect(codesOf(await customers.send(verifyEmailOperation, { userId: user?.id, code }))).toEqual([]);
  return customers.signIn({ email });
};

const signIn = ({ customers }: World, email: string, text: string) =>
  customers.send(signInOperation, { email, password: text });
const refresh = ({ customers }: World, { refreshToken }: { refreshToken: string }) =>
  customers.send(refreshOperation, { refreshToken });

/** What every identity provider does, seen from the graph. */
export const clauses: readonly Clause[] = [
  {
    id: 'sign-in',
    title: 'whoever registered and proved the address is signed in by it, as the user of our id',
    run: async (world) => {
      const ada = await arrive(world);
      const signedIn = await signIn(world, ada.email.toUpperCase(), password);
      expect(signedIn.user).toMatchObject({ id: ada.id, emailVerifiedAt: expect.any(String) as unknown });
      expect(world.readToken(signedIn.accessToken).userId).toBe(ada.id);
    },
  },
  {
    id: 'credentials',
    title: 'a wrong password and an unknown address get one answer',
    run: async (world) => {
      const ada = await arrive(world);
      const wrong = await signIn(world, ada.email, 'not the right phrase');
      expect(codesOf(wrong)).toEqual(['INVALID_CREDENTIALS']);
      expect(await signIn(world, 'nobody@example.org', password)).toEqual(wrong);
    },
  },
  {
    id: 'suspension',
    title: 'whoever is suspended neither signs in nor goes on, and once reinstated signs in again',
    run: async (world) => {
      const ada = await arrive(world);
      const admin = { ...ada.viewer, userId: newId('user'), scopes: scopesOfRoles(['ADMIN']) };
      const command = { userId: ada.id, reason: 'a chargeback' };
      expect(codesOf(await world.customers.send(suspendOperation, command, admin))).toEqual([]);
      expect(codesOf(await refresh(world, ada))).toEqual(['SESSION_OVER']);
      expect((await signIn(world, ada.email, password)).accessToken).toBeNull();
      expect(codesOf(await world.customers.send(reinstateOperation, command, admin))).toEqual([]);
      expect(codesOf(await signIn(world, ada.email, password))).toEqual([]);
    },
  },
  {
    id: 'second-claim',
    title: 'registering with an address that has an account is answered like any other',
    run: async (world) => {
      const ada = await arrive(world);
      const input = { password: newPassword, name: 'Eve' };
      const taken = await world.customers.send(registerOperation, { ...input, email: ada.email });
      const free = await world.customers.send(registerOperation, { ...input, email: 'free@example.org' });
      const shape = ({ user, ...rest }: typeof taken) => [
        Boolean(user?.id),
        rest.userErrors,
        Boolean(rest.accessToken),
      ];
      expect(shape(taken)).toEqual(shape(free));
      expect(codesOf(await signIn(world, ada.email, password))).toEqual([]);
    },
  },
  {
    id: 'code',
    title: 'an address is not proved by a code that was mailed to nobody',
    run: async (world) => {
      const { user } = await world.customers.send(registerOperation, {
        email: 'code@example.org',
        password,
        name: 'Ada',
      });
      const verified = await world.customers.send(verifyEmailOperation, { userId: user?.id, code: world.wrongCode });
      expect(codesOf(verified)).toEqual(['INVALID_CODE']);
    },
  },
  {
    id: 'refresh',
    title: 'a session goes on by its refresh token, and by no other',
    run: async (world) => {
      const ada = await arrive(world);
      const next = await refresh(world, ada);
      expect(next.user?.id).toBe(ada.id);
      expect(world.readToken(next.accessToken).userId).toBe(ada.id);
      for (const refreshToken of ['', 'x', 'x'.repeat(100_000)]) {
        expect(codesOf(await refresh(world, { refreshToken }))).toEqual(['SESSION_OVER']);
      }
    },
  },
  {
    id: 'roles',
    title: 'the roles of a user stand in the token',
    run: async (world) => {
      const ada = await arrive(world);
      await world.grant(ada.id, 'SUPPORT');
      const { accessToken } = await signIn(world, ada.email, password);
      expect(world.readToken(accessToken).roles).toEqual(['SUPPORT']);
    },
  },
  {
    id: 'sign-out',
    title: 'signing out here ends this session and no other',
    run: async (world) => {
      const ada = await arrive(world);
      const elsewhere = await world.customers.signIn(ada);
      expect(codesOf(await world.customers.send(signOutOperation, { refreshToken: ada.refreshToken }))).toEqual([]);
      expect(codesOf(await refresh(world, ada))).toEqual(['SESSION_OVER']);
      expect(codesOf(await refresh(world, elsewhere))).toEqual([]);
    },
  },
  {
    id: 'sign-out-everywhere',
    title: 'signing out everywhere ends every session',
    run: async (world) => {
      const ada = await arrive(world);
      const elsewhere = await world.customers.signIn(ada);
      expect(codesOf(await world.customers.send(signOutEverywhereOperation, {}, ada.viewer))).toEqual([]);
      for (const session of [ada, elsewhere]) expect(codesOf(await refresh(world, session))).toEqual(['SESSION_OVER']);
    },
  },
  {
    id: 'change-password',
    title: 'changing the password takes the old one, ends every session and begins a new one',
    run: async (world) => {
      const ada = await arrive(world);
      const change = (currentPassword: string) =>
        world.customers.send(changePasswordOperation, { currentPassword, newPassword }, ada.viewer);
      expect(codesOf(await change('not the right phrase'))).toEqual(['INVALID_CREDENTIALS']);
      const changed = await change(password);
      expect(codesOf(changed)).toEqual([]);
      expect(codesOf(await refresh(world, ada))).toEqual(['SESSION_OVER']);
      expect(codesOf(await refresh(world, changed))).toEqual([]);
      expect(codesOf(await signIn(world, ada.email, password))).toEqual(['INVALID_CREDENTIALS']);
      expect(codesOf(await signIn(world, ada.email, newPassword))).toEqual([]);
    },
  },
  {
    id: 'reset-password',
    title: 'a new password is set by the mailed code, and ends every session',
    run: async (world) => {
      const ada = await arrive(world);
      const { send } = world.customers;
      expect(codesOf(await send(requestPasswordResetOperation, { email: ada.email }))).toEqual([]);
      const code = await world.codeFor(ada.email, 2);
      await expect
        .poll(async () => codesOf(await send(resetPasswordOperation, { email: ada.email, code, newPassword })))
        .toEqual([]);
      expect(codesOf(await refresh(world, ada))).toEqual(['SESSION_OVER']);
      expect(codesOf(await signIn(world, ada.email, newPassword))).toEqual([]);
    },
  },
];
