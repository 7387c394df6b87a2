import { answerAuditEntries } from '@cartograph/audit';
import { toDecimal } from '@cartograph/money';
import { gatherRecords } from '@cartograph/personal-data';
import { scalarResolvers } from '@cartograph/subgraph-server';
import { cancelOrder } from './cancel-order-mutation.ts';
import { cartMutations } from './cart-mutations.ts';
import { cartLineResolvers, cartResolvers, findCart } from './cart-resolvers.ts';
import { checkout } from './checkout.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { guestRevocations, revokeGuestAccess } from './guest-access-resolvers.ts';
import { findOrder, orderLineResolvers, orderResolvers } from './order-resolvers.ts';
import { typeNameOf } from './user-errors.ts';
import { orderConnectionResolvers, userResolvers } from './user-resolvers.ts';

const { BigInt: bigInt, Decimal, DateTime, Currency } = scalarResolvers;

/** Every resolver of the subgraph. */
export const resolvers: Resolvers = {
  BigInt: bigInt,
  Decimal,
  DateTime,
  Currency,
  Query: {
    cart: (_, { id }, context) => findCart(id, context),
    order: (_, { id }, context) => findOrder(id, context),
    orderAuditEntries: (_, page, { auditEntries }) => answerAuditEntries(auditEntries, page),
    guestRevocations,
    orderPersonalRecords: (_, args, { viewer, personalRecords }) => gatherRecords(viewer, personalRecords, args),
  },
  Mutation: { ...cartMutations, checkout, cancelOrder, revokeGuestAccess },
  Cart: cartResolvers,
  CartLine: cartLineResolvers,
  Order: orderResolvers,
  OrderLine: orderLineResolvers,
  User: userResolvers,
  OrderConnection: orderConnectionResolvers,
  Money: { amount: toDecimal },
  UserError: { __resolveType: typeNameOf },
};
