import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, codesOf, mutate, registerVerified } from './accounts.ts';
import { markedAddress, markedPhone } from './marks.ts';
import type { Shop } from './shop.ts';

const kept = `{ me { name locale phone addresses { id label isShippingDefault }
  consents { purpose isGranted policyVersion } consentHistory { purpose isGranted }
  notificationPreferences { topic channel isEnabled isOptional } } }`;

/** What a person says of themself, by the gateway. */
export const personalJourneys = (shop: () => Shop): void => {
  describe('what a person says of themself', () => {
    let ada: Account;
    beforeAll(async () => {
      ada = await registerVerified(shop());
    });
    const change = (name: string, input: Record<string, unknown>) =>
      mutate(shop(), name, { input, caller: ada.caller });
    const me = async () => (await shop().storefront.ask(kept, {}, ada.caller)).data.me;

    it('is a profile, of which only what is said changes, and a wrong part is refused by its name', async () => {
      const changed = await change('updateProfile', { name: 'Quintessa King', locale: 'de-at', phone: markedPhone });
      expect(changed.user).toEqual({ name: 'Quintessa King', locale: 'de-AT', phone: '+493023125099' });
      expect((await change('updateProfile', { locale: null })).user).toEqual({ ...changed.user, locale: null });
      const refused = await change('updateProfile', { phone: '12', locale: 'no language at all' });
      expect(refused.userErrors).toMatchObject([{ path: ['input', 'locale'] }, { path: ['input', 'phone'] }]);
      expect(await me()).toMatchObject({ name: 'Quintessa King', locale: null, phone: '+493023125099' });
    });

    it('is where things are sent, in the form of each country', async () => {
      const add = (address: object) => change('addAddress', { address });
      const berlin = (await add(markedAddress)).address;
      expect(berlin).toMatchObject({
        label: ['Quintessa Marked', 'Quintessa-Allee 7', '10117 Quintessahausen'],
        isShippingDefault: true,
      });
      const { recipient, lines } = markedAddress;
      const abroad = [
        { countryCode: 'US', recipient, lines, locality: 'Beverly Hills', region: 'CA', postalCode: '90210' },
        { countryCode: 'GB', recipient, lines, locality: 'London', postalCode: 'SW1A 1AA' },
        { countryCode: 'JP', recipient, lines, region: 'Tokyo', postalCode: '100-8111' },
        { countryCode: 'IE', recipient, lines, locality: 'Dublin' },
      ];
      for (const address of abroad) expect(codesOf(await add(address))).toEqual([]);
      const wrong: [object, string[]][] = [
        [{ ...markedAddress, postalCode: 'SW1A 1AA' }, ['POSTAL_CODE']],
        [{ ...abroad[0], postalCode: '10117' }, ['POSTAL_CODE']],
        [{ ...abroad[0], region: 'Bavaria' }, ['REGION']],
        [{ ...abroad[1], locality: ' ' }, ['LOCALITY']],
        [{ countryCode: 'ZZ', recipient, lines }, ['COUNTRY_CODE']],
      ];
      for (const [address, fields] of wrong) {
        const { address: added, userErrors } = await add(address);
        expect({ added, fields: userErrors.map(({ field }) => field) }).toEqual({
          added: null,
          fields,
        });
      }
      const moved = { addressId: berlin.id, address: { ...markedAddress, postalCode: '10119' } };
      expect((await change('changeAddress', moved)).address.label[2]).toBe('10119 Quintessahausen');
      expect(await change('removeAddress', { addressId: berlin.id })).toEqual({
        removedAddressId: berlin.id,
        userErrors: [],
      });
      expect((await me()).addresses).toHaveLength(abroad.length);
    });

    it('is what their data may be used for, with every decision kept, and what they want to be told', async () => {
      const decide = (isGranted: boolean) =>
        change('setConsent', { purpose: 'MARKETING', isGranted, policyVersion: '2026-11' });
      const offers = (isEnabled: boolean) =>
        change('setNotificationPreference', { topic: 'OFFERS', channel: 'EMAIL', isEnabled });
      expect(codesOf(await offers(true))).toEqual(['CONSENT_MISSING']);
      expect(codesOf(await decide(true))).toEqual([]);
      expect((await offers(true)).notificationPreference).toEqual({ topic: 'OFFERS', isEnabled: true });
      expect(codesOf(await decide(false))).toEqual([]);
      const account = { topic: 'ACCOUNT', channel: 'EMAIL', isEnabled: false };
      expect(codesOf(await change('setNotificationPreference', account))).toEqual(['NOTIFICATION_REQUIRED']);
      const { consents, consentHistory, notificationPreferences } = await me();
      expect(consents).toEqual([{ purpose: 'MARKETING', isGranted: false, policyVersion: '2026-11' }]);
      expect(consentHistory.map(({ isGranted }: { isGranted: boolean }) => isGranted)).toEqual([false, true]);
      // Whoever takes their consent back is told of no offers either.
      expect(notificationPreferences).toContainEqual({
        topic: 'OFFERS',
        channel: 'EMAIL',
        isEnabled: false,
        isOptional: true,
      });
    });
  });
};
