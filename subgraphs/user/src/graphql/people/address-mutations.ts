import { parseId } from '@cartograph/ids';
import { parsePostalAddress } from '@cartograph/postal-address';
import type { Context } from '../../context.ts';
import type { AddressId } from '../../domain/people/saved-address.ts';
import type { MutationResolvers, PostalAddressInput, ResolversTypes } from '../generated/resolver-types.ts';
import { accountClosed, addressInvalid, addressLimitReached, addressNotFound } from './person-errors.ts';
import { viewerIdOf } from './person-mutations.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

const errors: Readonly<Record<'ACCOUNT_CLOSED' | 'ADDRESS_NOT_FOUND' | 'ADDRESS_LIMIT_REACHED', UserError>> = {
  ACCOUNT_CLOSED: accountClosed,
  ADDRESS_NOT_FOUND: addressNotFound,
  ADDRESS_LIMIT_REACHED: addressLimitReached,
};

type SaveInput = {
  readonly address: PostalAddressInput;
  readonly isShippingDefault?: boolean | null;
  readonly isBillingDefault?: boolean | null;
};

const save = async (context: Context, id: AddressId | null, input: SaveInput) => {
  const userId = viewerIdOf(context);
  const parsed = parsePostalAddress(input.address);
  if (!parsed.ok) return { address: null, userErrors: parsed.problems.map(addressInvalid) };
  const { unitOfWork, cause, people } = context;
  const command = {
    userId,
    id,
    address: parsed.address,
    isShippingDefault: input.isShippingDefault ?? false,
    isBillingDefault: input.isBillingDefault ?? false,
  };
  const outcome = await unitOfWork(cause, (tx) => people.saveAddress(tx, command));
  if (outcome.ok) return { address: outcome.address, userErrors: [] };
  return { address: null, userErrors: [errors[outcome.error.code]] };
};

const addAddress: NonNullable<MutationResolvers['addAddress']> = (_, { input }, context) => save(context, null, input);

const changeAddress: NonNullable<MutationResolvers['changeAddress']> = async (_, { input }, context) => {
  const id = parseId('address', input.addressId);
  return id === null ? { address: null, userErrors: [addressNotFound] } : save(context, id, input);
};

const removeAddress: NonNullable<MutationResolvers['removeAddress']> = async (_, { input }, context) => {
  const userId = viewerIdOf(context);
  const id = parseId('address', input.addressId);
  if (id === null) return { removedAddressId: null, userErrors: [addressNotFound] };
  const { unitOfWork, cause, people } = context;
  const outcome = await unitOfWork(cause, (tx) => people.removeAddress(tx, { userId, id }));
  if (outcome.ok) return { removedAddressId: id, userErrors: [] };
  return { removedAddressId: null, userErrors: [errors[outcome.error.code]] };
};

export const addressMutations = { addAddress, changeAddress, removeAddress };
