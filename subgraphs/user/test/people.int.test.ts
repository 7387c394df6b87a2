import { newId } from '@cartograph/ids';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOperation } from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;
type Input = Record<string, unknown>;

const person = `id name locale phone addresses { id countryCode recipient postalCode region label isShippingDefault isBillingDefault }
  consents { purpose isGranted policyVersion } consentHistory { purpose isGranted policyVersion }
  notificationPreferences { topic channel isEnabled isOptional }`;
const errors =
  'userErrors { __typename code path ... on AddressInvalidError { field expected } ... on ConsentMissingError { purpose } }';
const mutations: Readonly<Record<string, string>> = {
  updateProfile: `user { ${person} }`,
  addAddress: 'address { id label isShippingDefault isBillingDefault }',
  changeAddress: 'address { id label isShippingDefault isBillingDefault }',
  removeAddress: 'removedAddressId',
  setConsent: 'consent { purpose isGranted policyVersion }',
  setNotificationPreference: 'notificationPreference { topic channel isEnabled }',
};
const operation = (name: string) => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ${mutations[name]} ${errors} } }`;
};

const berlin = {
  countryCode: 'de',
  recipient: 'Ada Lovelace',
  lines: ['Unter den Linden 1'],
  locality: 'Berlin',
  postalCode: '10117',
};
const hollywood = {
  countryCode: 'US',
  recipient: 'Ada Lovelace',
  lines: ['1 Sunset Blvd'],
  locality: 'Beverly Hills',
  region: 'california',
  postalCode: '90210',
};

describe('what people keep of themselves', () => {
  let user: Running;
  beforeAll(async () => {
    user = await startUserForTests();
  });
  afterAll(() => user.stop());

  const newViewer = async (): Promise<Viewer> => {
    const input = { email: `${newId('user')}@example.com`, password: 'a long enough phrase', name: 'Ada' };
    return { ...anonymous, userId: (await user.ask(anonymous, registerOperation, { input })).data.register.user.id };
  };
  const run = async (viewer: Viewer, name: string, input: Input) => {
    const answer = await user.ask(viewer, operation(name), { input });
    expect(answer.errors).toBeUndefined();
    return answer.data[name];
  };
  const me = async (viewer: Viewer) => (await user.ask(viewer, `{ me { ${person} } }`)).data.me;
  const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);

  it('takes a profile, leaves alone what is not said, and takes away what is said to be nothing', async () => {
    const ada = await newViewer();
    const said = { name: ' Ada King ', locale: 'en-gb', phone: '+44 20 7946 0000' };
    expect((await run(ada, 'updateProfile', said)).user).toMatchObject({
      name: 'Ada King',
      locale: 'en-GB',
      phone: '+442079460000',
    });
    expect((await run(ada, 'updateProfile', { phone: null })).user).toMatchObject({
      name: 'Ada King',
      locale: 'en-GB',
      phone: null,
    });
  });

  it('refuses a profile with every wrong field named, and changes nothing of it', async () => {
    const ada = await newViewer();
    const payload = await run(ada, 'updateProfile', { name: null, locale: 'x', phone: '0' });
    expect(payload.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(['name', 'locale', 'phone']);
    expect(await me(ada)).toMatchObject({ name: 'Ada', locale: null, phone: null });
  });

  it('keeps addresses in the form of their country, the first as default, and a default passes on', async () => {
    const ada = await newViewer();
    const first = (await run(ada, 'addAddress', { address: berlin })).address;
    expect(first).toMatchObject({
      label: ['Ada Lovelace', 'Unter den Linden 1', '10117 Berlin'],
      isShippingDefault: true,
      isBillingDefault: true,
    });
    const second = (await run(ada, 'addAddress', { address: hollywood, isShippingDefault: true })).address;
    expect(second).toMatchObject({
      label: ['Ada Lovelace', '1 Sunset Blvd', 'Beverly Hills, CA 90210'],
      isShippingDefault: true,
      isBillingDefault: false,
    });
    const defaults = async () =>
      (await me(ada)).addresses.map(({ isShippingDefault, isBillingDefault }: Record<string, boolean>) => [
        isShippingDefault,
        isBillingDefault,
      ]);
    expect(await defaults()).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await run(ada, 'removeAddress', { addressId: second.id })).toEqual({
      removedAddressId: second.id,
      userErrors: [],
    });
    expect(await defaults()).toEqual([[true, true]]);
    const moved = { addressId: first.id, address: { ...berlin, postalCode: '10119' } };
    expect((await run(ada, 'changeAddress', moved)).address.label[2]).toBe('10119 Berlin');
  });

  it('refuses an address that does not fit its country, field by field', async () => {
    const payload = await run(await newViewer(), 'addAddress', {
      address: { ...hollywood, region: 'NY', locality: ' ', sortingCode: 'X' },
    });
    expect(payload.address).toBeNull();
    expect(payload.userErrors).toEqual([
      {
        __typename: 'AddressInvalidError',
        code: 'ADDRESS_INVALID',
        path: ['input', 'address', 'locality'],
        field: 'LOCALITY',
        expected: null,
      },
      {
        __typename: 'AddressInvalidError',
        code: 'ADDRESS_INVALID',
        path: ['input', 'address', 'sortingCode'],
        field: 'SORTING_CODE',
        expected: null,
      },
      {
        __typename: 'AddressInvalidError',
        code: 'ADDRESS_INVALID',
        path: ['input', 'address', 'postalCode'],
        field: 'POSTAL_CODE',
        expected: null,
      },
    ]);
  });

  it('adds an address once when it is sent many times at once, and no more than 50', async () => {
    const ada = await newViewer();
    const same = await Promise.all(Array.from({ length: 8 }, () => run(ada, 'addAddress', { address: berlin })));
    expect(new Set(same.map(({ address }) => address.id)).size).toBe(1);
    await Promise.all(
      Array.from({ length: 49 }, (_, n) => run(ada, 'addAddress', { address: { ...berlin, lines: [`Allee ${n}`] } })),
    );
    expect(codes(await run(ada, 'addAddress', { address: hollywood }))).toEqual(['ADDRESS_LIMIT_REACHED']);
    expect((await me(ada)).addresses).toHaveLength(50);
  });

  it('does not know the address of somebody else, to change or to remove', async () => {
    const [ada, eve] = [await newViewer(), await newViewer()];
    const { id } = (await run(ada, 'addAddress', { address: berlin })).address;
    for (const addressId of [id, newId('address'), 'address_', 'x'.repeat(10_000)]) {
      expect(codes(await run(eve, 'changeAddress', { addressId, address: hollywood }))).toEqual(['ADDRESS_NOT_FOUND']);
      expect(codes(await run(eve, 'removeAddress', { addressId }))).toEqual(['ADDRESS_NOT_FOUND']);
    }
    expect((await me(ada)).addresses[0].label[2]).toBe('10117 Berlin');
  });

  it('keeps every decision on consent, the newest holds, and the same one adds nothing', async () => {
    const ada = await newViewer();
    const decide = (purpose: string, isGranted: boolean, policyVersion = '2026-01') =>
      run(ada, 'setConsent', { purpose, isGranted, policyVersion });
    await decide('TERMS', true);
    await decide('MARKETING', true);
    await decide('MARKETING', true);
    await decide('MARKETING', false);
    const { consents, consentHistory } = await me(ada);
    expect(consents).toEqual([
      { purpose: 'MARKETING', isGranted: false, policyVersion: '2026-01' },
      { purpose: 'TERMS', isGranted: true, policyVersion: '2026-01' },
    ]);
    expect(
      consentHistory.map(
        ({ purpose, isGranted }: { purpose: string; isGranted: boolean }) => `${purpose} ${isGranted}`,
      ),
    ).toEqual(['MARKETING false', 'MARKETING true', 'TERMS true']);
    expect(codes(await decide('TERMS', true, ''))).toEqual(['INVALID_INPUT']);
    await expect(user.pool.query('UPDATE consent_decision SET is_granted = true')).rejects.toThrow('never changed');
  });

  it('tells of offers only with consent, stops when it is taken back, and never silences what must be told', async () => {
    const ada = await newViewer();
    const wish = (topic: string, isEnabled: boolean) =>
      run(ada, 'setNotificationPreference', { topic, channel: 'EMAIL', isEnabled });
    const isTold = async (topic: string) =>
      (await me(ada)).notificationPreferences.find((each: Input) => each.topic === topic && each.channel === 'EMAIL')
        .isEnabled;
    expect((await wish('OFFERS', true)).userErrors).toMatchObject([{ code: 'CONSENT_MISSING', purpose: 'MARKETING' }]);
    await run(ada, 'setConsent', { purpose: 'MARKETING', isGranted: true, policyVersion: '1' });
    await wish('OFFERS', true);
    expect(await isTold('OFFERS')).toBe(true);
    await run(ada, 'setConsent', { purpose: 'MARKETING', isGranted: false, policyVersion: '1' });
    expect(await isTold('OFFERS')).toBe(false);
    expect(codes(await wish('ACCOUNT', false))).toEqual(['NOTIFICATION_REQUIRED']);
    await wish('ORDERS', false);
    expect(await isTold('ORDERS')).toBe(false);
  });

  it('asks for a sign-in, and changes nothing of an account that is suspended or erased', async () => {
    const inputs: Record<string, Input> = {
      updateProfile: { locale: 'de' },
      addAddress: { address: berlin },
      changeAddress: { addressId: newId('address'), address: berlin },
      removeAddress: { addressId: newId('address') },
      setConsent: { purpose: 'TERMS', isGranted: true, policyVersion: '1' },
      setNotificationPreference: { topic: 'ORDERS', channel: 'SMS', isEnabled: true },
    };
    const ada = await newViewer();
    const uuid = "(SELECT id FROM app_user WHERE status = 'SUSPENDED')";
    await user.pool.query(
      "UPDATE app_user SET status = 'SUSPENDED' WHERE id = (SELECT max(id::text)::uuid FROM app_user)",
    );
    for (const [name, input] of Object.entries(inputs)) {
      for (const viewer of [anonymous, { ...anonymous, clientId: 'reporting' }]) {
        const { errors: thrown } = await user.ask(viewer, operation(name), { input });
        expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(thrown?.[0]?.extensions?.code);
      }
      expect(codes(await run(ada, name, input))).toEqual(['ACCOUNT_CLOSED']);
    }
    for (const table of ['profile', 'address', 'consent_decision', 'notification_preference']) {
      expect((await user.pool.query(`SELECT 1 FROM ${table} WHERE user_id = ${uuid}`)).rows).toEqual([]);
    }
  });

  it('says how a country writes addresses to whoever asks, and null for what is no country', async () => {
    const query =
      'query ($code: String!) { addressFormat(countryCode: $code) { countryCode fields required postalCodeExample regions { key } } }';
    const formatOf = async (code: string) => (await user.ask(anonymous, query, { code })).data.addressFormat;
    expect(await formatOf('us')).toMatchObject({
      countryCode: 'US',
      required: ['RECIPIENT', 'LINES', 'LOCALITY', 'REGION', 'POSTAL_CODE'],
    });
    expect((await formatOf('US')).regions).toContainEqual({ key: 'CA' });
    expect(await formatOf('XX')).toBeNull();
  });

  it('shows nothing of it to strangers', async () => {
    const ada = await newViewer();
    await run(ada, 'addAddress', { address: berlin });
    const representations = [{ __typename: 'User', id: ada.userId }];
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { ${person} } } }`;
    for (const viewer of [
      anonymous,
      await newViewer(),
      { ...anonymous, clientId: 'data-export', scopes: ['personal-data:read'] },
    ]) {
      expect((await user.ask(viewer, query, { representations })).data._entities).toEqual([null]);
    }
  });
});
