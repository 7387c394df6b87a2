import { newKeyPair } from '@cartograph/testing';
import { importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOut, fillCart } from '../support/shopper.ts';
import { type Account, codesOf, mutate, registerVerified, signIn, tryTo } from './accounts.ts';
import type { Shop } from './shop.ts';

/** The issuer away, and back with other keys, while people are signed in. */
export const outageJourneys = (shop: () => Shop): void => {
  describe('an issuer', () => {
    let ada: Account;
    /** Signed in, and the gateway has not seen the token yet: it has to verify it. */
    let unseen: Account;
    let orderId: string;
    beforeAll(async () => {
      ada = await registerVerified(shop());
      unseen = await signIn(shop(), ada);
      const { storefront, variantId } = shop();
      orderId =
        (await checkOut(storefront, await fillCart(storefront, { caller: ada.caller, variantId }))).orderId ?? '';
    });
    const order = (accessToken: string | undefined) =>
      shop().storefront.send(JSON.stringify({ query: `{ order(id: "${orderId}") { id } }` }), {
        authorization: `Bearer ${accessToken}`,
      });
    const parts = <Result>(work: (name: string) => Promise<Result>) => Promise.all(shop().userParts.map(work));

    it('that is away lets nobody in anew and throws nobody out, and a key it never told opens nothing', async () => {
      await parts((name) => shop().supergraph.stack.kill(name));
      const refused = await tryTo(shop(), 'signIn', { input: { email: ada.email, password: ada.password } });
      expect(refused.data ?? null).toBeNull();
      expect(refused.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
      expect(JSON.stringify(refused)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
      for (const { caller } of [ada, unseen])
        expect(await order(caller.accessToken)).toMatchObject({ status: 200, text: expect.stringContaining(orderId) });
      const { privateJwk } = await newKeyPair('never-told');
      const forged = await new SignJWT({ client_id: 'storefront', scope: 'order:read:any' })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'never-told' })
        .setIssuer(`http://127.0.0.1:${shop().supergraph.stack.facts.ports[shop().userParts[0] ?? '']}`)
        .setAudience('cartograph')
        .setSubject(ada.id)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(await importJWK(privateJwk, 'EdDSA'));
      const closed = await order(forged);
      // It may be a key of tomorrow: whoever brings it is asked to come again, and is nobody meanwhile.
      expect(closed.status).toBe(503);
      expect(closed.text).not.toContain(orderId);
    });

    it('that is back with another key goes on with every session, and the old key holds until it is withdrawn', async () => {
      const { identityKeys } = shop().supergraph.stack.facts.secrets;
      const { privateJwk } = await newKeyPair('identity-next');
      const keys = JSON.stringify({ keys: [privateJwk, identityKeys.privateJwk] });
      await parts((name) => shop().supergraph.stack.restart(name, { OIDC_SIGNING_KEYS: keys }));
      expect(await order(ada.caller.accessToken)).toMatchObject({ status: 200 });
      const renewed = await mutate(shop(), 'refreshSession', { input: { refreshToken: unseen.refreshToken } });
      expect(codesOf(renewed)).toEqual([]);
      const anew = await signIn(shop(), ada);
      for (const token of [renewed.accessToken, anew.caller.accessToken]) {
        expect(JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
          kid: 'identity-next',
        });
        expect(await order(token)).toMatchObject({ status: 200, text: expect.stringContaining(orderId) });
      }
    });
  });
};
