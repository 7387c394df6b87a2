import { uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { UserId } from '../../domain/user.ts';
import { isUserStatus } from '../../domain/user-status.ts';
import type { AccountLocks, PersonStore } from '../../use-cases/people/ports.ts';
import { clientOf } from '../client-of.ts';
import { addressOf, consentOf } from './person-rows.ts';

export const accountLocks: AccountLocks = {
  lock: async (tx, userId) => {
    const [row] = await clientOf(tx).$queryRaw<{ status: string }[]>`
      SELECT status FROM app_user WHERE id = ${uuidOfId(userId)}::uuid FOR NO KEY UPDATE`;
    return row && isUserStatus(row.status) ? row.status : null;
  },
};

/** What is kept of people, in PostgreSQL. */
export const personStore: PersonStore = {
  ...accountLocks,
  rename: async (tx, userId, name) => {
    await clientOf(tx).appUser.update({ where: { id: uuidOfId(userId) }, data: { name, version: { increment: 1 } } });
  },
  profile: async (tx, userId) => {
    const row = await clientOf(tx).profile.findUnique({ where: { userId: uuidOfId(userId) } });
    return { locale: row?.locale ?? null, phone: row?.phone ?? null };
  },
  saveProfile: async (tx, userId, { locale, phone }) => {
    const said = { locale, phone, updatedAt: new Date() };
    const where = { userId: uuidOfId(userId) };
    await clientOf(tx).profile.upsert({ where, create: { ...where, ...said }, update: said });
  },
  addresses: async (tx, userId) => {
    const where = { userId: uuidOfId(userId) };
    const rows = await clientOf(tx).address.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    return rows.map(addressOf);
  },
  putAddress: async (tx, { id, userId, address, ...defaults }) => {
    await stepBack(tx, userId, defaults);
    const written = { ...columnsOf(address), ...defaults, updatedAt: new Date() };
    const own = { id: uuidOfId(id), userId: uuidOfId(userId) };
    const row = await clientOf(tx).address.upsert({ where: own, create: { ...own, ...written }, update: written });
    return addressOf(row);
  },
  removeAddress: async (tx, { id, userId }) => {
    await clientOf(tx).address.deleteMany({ where: { id: uuidOfId(id), userId: uuidOfId(userId) } });
  },
  heldConsent: async (tx, userId, purpose) => {
    const where = { userId: uuidOfId(userId), purpose };
    const row = await clientOf(tx).consentDecision.findFirst({ where, orderBy: { position: 'desc' } });
    return row && consentOf(row);
  },
  addConsent: async (tx, userId, decision) =>
    consentOf(await clientOf(tx).consentDecision.create({ data: { userId: uuidOfId(userId), ...decision } })),
  putWish: async (tx, userId, { topic, channel, isEnabled }) => {
    const key = { userId: uuidOfId(userId), topic, channel };
    await clientOf(tx).notificationPreference.upsert({
      where: { userId_topic_channel: key },
      create: { ...key, isEnabled },
      update: { isEnabled, updatedAt: new Date() },
    });
  },
};

type Defaults = { readonly isShippingDefault: boolean; readonly isBillingDefault: boolean };

/** The unique indexes allow one default a user: the one before steps back first. */
const stepBack = async (tx: Transaction, userId: UserId, { isShippingDefault, isBillingDefault }: Defaults) => {
  const { address } = clientOf(tx);
  const of = { userId: uuidOfId(userId) };
  if (isShippingDefault)
    await address.updateMany({ where: { ...of, isShippingDefault: true }, data: { isShippingDefault: false } });
  if (isBillingDefault)
    await address.updateMany({ where: { ...of, isBillingDefault: true }, data: { isBillingDefault: false } });
};

type PostalAddress = Parameters<PersonStore['putAddress']>[1]['address'];

const columnsOf = (address: PostalAddress) => ({
  countryCode: address.countryCode,
  recipient: address.recipient,
  organization: address.organization,
  lines: [...address.lines],
  dependentLocality: address.dependentLocality,
  locality: address.locality,
  region: address.region,
  postalCode: address.postalCode,
  sortingCode: address.sortingCode,
});
