import { auditTypeRules, readsAudit } from '@cartograph/audit';
import { isGatherer } from '@cartograph/personal-data';
import { allowAll, scopeRule } from '@cartograph/subgraph-server';
import { allow, deny, type IRules, rule } from 'graphql-shield';
import type { Context } from '../context.ts';
import type { Cart } from '../domain/cart.ts';
import type { Order } from '../domain/order.ts';

// Not cached: a cached answer for one parent would be given for the next.
const isNotCached = { cache: 'no_cache' } as const;
const maySeeCart = rule('maySeeCart', isNotCached)((cart: Cart, _, { access }: Context) => access.maySeeCart(cart));
const maySeeOrder = rule(
  'maySeeOrder',
  isNotCached,
)((order: Order, _, { access }: Context) => access.maySeeOrder(order));
const maySeeUser = rule(
  'maySeeUser',
  isNotCached,
)((user: { id: string }, _, { access }: Context) => access.maySeeUser(user.id));

const readsRevocations = scopeRule('guest-access:read');
const gathers = rule('gathers', { cache: 'contextual' })((_, __, { viewer }: Context) => isGatherer(viewer));

/** Types that are only reached through one that is guarded, or that hold nothing of anybody. */
const openTypes = [
  'Money',
  'PageInfo',
  'Product',
  'ProductVariant',
  'CartLine',
  'OrderLine',
  'OrderEvent',
  'OrderConnection',
  'OrderEdge',
  'OutOfStock',
  'Shortage',
  'PaymentDeclined',
  'PaymentActionExpired',
  'TimedOut',
  'OrderCancellation',
  'CreateCartPayload',
  'AddCartLinePayload',
  'ChangeCartLinePayload',
  'RemoveCartLinePayload',
  'CheckoutPayload',
  'CancelOrderPayload',
  'RevokeGuestAccessPayload',
  'OrderNotFoundError',
  'OrderNotCancellableError',
  'IdempotencyKeyReusedError',
  'InvalidInputError',
  'CartNotFoundError',
  'CartLineNotFoundError',
  'CartAlreadyOrderedError',
  'CartLimitExceededError',
  'CartEmptyError',
  'VariantUnavailableError',
  'PriceChangedError',
  'VersionConflictError',
];

/** Who may see which type. The resolvers answer null first: this is the second wall. */
export const permissions: IRules = {
  Query: {
    cart: allow,
    order: allow,
    orderAuditEntries: readsAudit,
    orderPersonalRecords: gathers,
    guestRevocations: readsRevocations,
  },
  PersonalRecordPage: gathers,
  GuestRevocation: readsRevocations,
  Mutation: {
    '*': deny,
    createCart: allow,
    addCartLine: allow,
    changeCartLine: allow,
    removeCartLine: allow,
    checkout: allow,
    cancelOrder: allow,
    revokeGuestAccess: scopeRule('order:write:any'),
  },
  ...auditTypeRules,
  Cart: maySeeCart,
  Order: maySeeOrder,
  User: maySeeUser,
  ...allowAll(openTypes),
};
