import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { codeIn, codesOf, mailTo, mutate, register, registerVerified, signIn } from './accounts.ts';
import { aPlace, markedPerson } from './marks.ts';
import type { Shop } from './shop.ts';

const sessions = '{ mySessions { id device createdAt lastUsedAt isCurrent } }';
type Listed = { id: string; device: string; createdAt: string; lastUsedAt: string; isCurrent: boolean };

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Quintessa Version/18.0 Mobile/15E148 Safari/604.1';

/** From the first form to the last sign-out, by the gateway and the mailbox alone. */
export const accountJourneys = (shop: () => Shop): void => {
  const refresh = (refreshToken: string) => mutate(shop(), 'refreshSession', { input: { refreshToken } });
  const listSessions = async ({ caller }: { caller: object }): Promise<Listed[]> =>
    (await shop().storefront.ask(sessions, {}, caller)).data.mySessions;

  describe('an account', () => {
    it('is opened, proved by the code on the mailbox page, and used on two devices that its owner sees and ends', async () => {
      const ada = await register(shop());
      const me = async () => (await shop().storefront.ask('{ me { id emailVerifiedAt } }', {}, ada.caller)).data.me;
      expect(await me()).toEqual({ id: ada.id, emailVerifiedAt: null });
      const code = codeIn(await mailTo(shop(), ada.email, 'Your code for Cartograph'));
      expect(await (await fetch(shop().supergraph.stack.mailboxUrl)).text()).toContain(code);
      const verify = (text: string) => mutate(shop(), 'verifyEmail', { input: { userId: ada.id, code: text } });
      expect(codesOf(await verify('00000-00000'))).toEqual(['INVALID_CODE']);
      expect((await verify(code)).user.emailVerifiedAt).not.toBeNull();
      expect((await me()).emailVerifiedAt).not.toBeNull();

      const phone = await signIn(shop(), ada, aPlace(iPhone));
      const [onPhone, onLaptop, ...more] = await listSessions(ada);
      expect(more).toEqual([]);
      expect(onPhone).toMatchObject({ device: 'Safari on iPhone', isCurrent: false });
      expect(onLaptop).toMatchObject({ device: 'Firefox on Linux', isCurrent: true });
      const next = await refresh(ada.refreshToken);
      const [used] = await listSessions(ada);
      expect(used?.id).toBe(onLaptop?.id);
      expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThan(Date.parse(onLaptop?.lastUsedAt ?? ''));

      const end = { input: { sessionId: onPhone?.id }, caller: ada.caller };
      expect(codesOf(await mutate(shop(), 'endSession', end))).toEqual([]);
      expect(codesOf(await refresh(phone.refreshToken))).toEqual(['SESSION_OVER']);
      expect(codesOf(await refresh(next.refreshToken))).toEqual([]);
      expect(await listSessions(ada)).toHaveLength(1);
    });

    it('tells nobody whether an address has one, neither who registers nor who signs in nor who forgot the password', async () => {
      const ada = await registerVerified(shop());
      const unknown = markedPerson();
      const shape = (text: object) => JSON.stringify(text).replace(/"(?!null)[^":,{}[\]]*"(?=[,}\]])/g, '""');
      const both = async (name: string, inputOf: (email: string) => Record<string, string>) =>
        Promise.all(
          [ada.email, unknown.email].map(async (email) =>
            shape(await mutate(shop(), name, { input: inputOf(email), caller: aPlace() })),
          ),
        );
      for (const [name, inputOf] of [
        ['register', (email: string) => ({ ...unknown, email })],
        ['signIn', (email: string) => ({ email, password: 'quintessa is wrong' })],
        ['requestPasswordReset', (email: string) => ({ email })],
        ['resetPassword', (email: string) => ({ email, code: '00000-00000', newPassword: 'quintessa is new' })],
      ] as const) {
        const [known, stranger] = await both(name, inputOf);
        expect(known).toBe(stranger);
      }
      await mailTo(shop(), ada.email, 'You have an account already');
    });

    it('is lost to whoever stole a refresh token: used again it ends the session, and the owner is told', async () => {
      const ada = await registerVerified(shop());
      const elsewhere = await signIn(shop(), ada);
      const first = await refresh(ada.refreshToken);
      const second = await refresh(first.refreshToken);
      expect(new Set([ada.refreshToken, first.refreshToken, second.refreshToken]).size).toBe(3);
      expect((await shop().storefront.ask('{ me { id } }', {}, { accessToken: second.accessToken })).data.me).toEqual({
        id: ada.id,
      });
      const stolen = await refresh(ada.refreshToken);
      expect(stolen).toMatchObject({ user: null, accessToken: null, refreshToken: null });
      expect(codesOf(stolen)).toEqual(['SESSION_OVER']);
      expect(codesOf(await refresh(second.refreshToken))).toEqual(['SESSION_OVER']);
      await mailTo(shop(), ada.email, 'You were signed out for your safety');
      expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual([]);
    });

    it('is signed out here, and everywhere', async () => {
      const here = await registerVerified(shop());
      const there = await signIn(shop(), here);
      const third = await signIn(shop(), here);
      const out = await mutate(shop(), 'signOut', { input: { refreshToken: here.refreshToken } });
      expect(codesOf(out)).toEqual([]);
      expect(codesOf(await refresh(here.refreshToken))).toEqual(['SESSION_OVER']);
      const thirdNow = await refresh(third.refreshToken);
      expect(codesOf(await mutate(shop(), 'signOutEverywhere', { caller: there.caller }))).toEqual([]);
      for (const token of [there.refreshToken, thirdNow.refreshToken])
        expect(codesOf(await refresh(token))).toEqual(['SESSION_OVER']);
    });

    it('takes a new password from its owner, and from whoever reads its mail when the old one is forgotten', async () => {
      const ada = await registerVerified(shop());
      const elsewhere = await signIn(shop(), ada);
      const change = (currentPassword: string, newPassword: string) =>
        mutate(shop(), 'changePassword', { input: { currentPassword, newPassword }, caller: ada.caller });
      expect(codesOf(await change('quintessa is wrong', 'quintessa the second'))).toEqual(['INVALID_CREDENTIALS']);
      expect(codesOf(await change(ada.password, 'password123'))).toEqual(['PASSWORD_TOO_COMMON']);
      const changed = await change(ada.password, 'quintessa the second');
      expect(codesOf(changed)).toEqual([]);
      expect(codesOf(await refresh(elsewhere.refreshToken))).toEqual(['SESSION_OVER']);
      expect(codesOf(await refresh(changed.refreshToken))).toEqual([]);
      await expect(signIn(shop(), ada)).rejects.toThrow('INVALID_CREDENTIALS');

      const { email } = ada;
      await mutate(shop(), 'requestPasswordReset', { input: { email }, caller: aPlace() });
      const code = codeIn(await mailTo(shop(), email, 'Set a new password'));
      const reset = (text: string) =>
        mutate(shop(), 'resetPassword', { input: { email, code: text, newPassword: 'quintessa the third' } });
      expect(codesOf(await reset('00000-00000'))).toEqual(['INVALID_CODE']);
      expect(codesOf(await reset(code))).toEqual([]);
      expect(codesOf(await reset(code))).toEqual(['INVALID_CODE']);
      expect(codesOf(await refresh(changed.refreshToken))).toEqual(['SESSION_OVER']);
      expect((await signIn(shop(), { ...ada, password: 'quintessa the third' })).id).toBe(ada.id);
    });

    it('asks for a second factor once its owner turned it on, and takes each code once', async () => {
      const ada = await registerVerified(shop());
      const { password, email, caller } = ada;
      const { secret } = await mutate(shop(), 'startSecondFactor', { input: { password }, caller });
      const appCode = (steps: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });
      const on = await mutate(shop(), 'confirmSecondFactor', { input: { code: appCode(-1) }, caller });
      const enter = (secondFactor?: string) =>
        mutate(shop(), 'signIn', { input: { email, password, secondFactor }, caller: aPlace() });
      expect(codesOf(await enter())).toEqual(['SECOND_FACTOR_REQUIRED']);
      expect(codesOf(await enter(appCode(10)))).toEqual(['SECOND_FACTOR_WRONG']);
      const code = appCode(0);
      expect((await enter(code)).user).toEqual({ id: ada.id });
      expect(codesOf(await enter(code))).toEqual(['SECOND_FACTOR_WRONG']);
      const [recovery] = on.recoveryCodes;
      expect((await enter(recovery)).user).toEqual({ id: ada.id });
      expect(codesOf(await enter(recovery))).toEqual(['SECOND_FACTOR_WRONG']);
    });
  });
};
