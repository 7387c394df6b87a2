import { parseReason, reasonRule } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { isCurrencyCode, type Money, money } from '@cartograph/money';
import { idempotencyKeyRule, idempotent, isIdempotencyKey, type Transaction } from '@cartograph/outbox';
import type { Context } from '../context.ts';
import { type ProductRefusal, type ProductRefused, refused } from '../domain/change-product.ts';
import type { ProductChanged, StaffCommand } from '../use-cases/change-product.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { productErrorsOf } from './product-errors.ts';
import { visibleProduct } from './visibility.ts';

type Input = { readonly idempotencyKey: string; readonly reason: string; readonly expectedVersion?: number | null };
type Work = (tx: Transaction, command: StaffCommand) => Promise<ProductChanged | ProductRefused>;

const invalid = (field: string, message: string): ProductRefusal => ({
  code: 'INVALID_INPUT',
  message,
  path: ['input', field],
});

/** Does it once for each key of whoever asks; every fault of the input is named at once. */
const byStaff = async (
  context: Context,
  { mutation, input, faults }: { mutation: string; input: Input; faults: readonly (ProductRefusal | null)[] },
  work: Work,
) => {
  const { idempotencyKey: key, ...rest } = input;
  const reason = parseReason(input.reason);
  const wrong = [
    ...faults,
    reason === null ? invalid('reason', reasonRule) : null,
    isIdempotencyKey(key) ? null : invalid('idempotencyKey', idempotencyKeyRule),
  ].filter((fault) => fault !== null);
  if (reason === null || wrong.length > 0) return payloadOf(context, refused(...wrong));
  const { viewer, unitOfWork, cause } = context;
  const call = { scope: `${mutation} ${viewer.userId ?? viewer.clientId}`, key, input: rest };
  const command = { reason, expectedVersion: input.expectedVersion ?? null };
  const once = await idempotent(unitOfWork, { call, cause }, (tx) => work(tx, command));
  return payloadOf(context, once.ok ? once.result : refused({ code: once.code }));
};

/** Read anew, and as any other way in would show it. */
const payloadOf = async ({ loaders, viewer }: Context, result: ProductChanged | ProductRefused) => {
  if (!result.ok) return { product: null, userErrors: productErrorsOf(result.refusals) };
  loaders.productById.forget(result.productId);
  const found = await loaders.productById.load(result.productId);
  return { product: visibleProduct(found, viewer), userErrors: [] };
};

const noProduct = invalid('productId', 'This is no product id.');

const mutations = { ACTIVE: 'publishProduct', ARCHIVED: 'archiveProduct' } as const;

const setStatus = (context: Context, input: Input & { readonly productId: string }, status: keyof typeof mutations) => {
  const productId = parseId('product', input.productId);
  const call = { mutation: mutations[status], input, faults: [productId ? null : noProduct] };
  return byStaff(context, call, async (tx, command) =>
    productId ? context.useCases.setProductStatus(tx, { ...command, productId, status }) : refused(noProduct),
  );
};

/** An amount a thing can cost, or null: PostgreSQL's bigint ends where this does. */
const priceOf = ({ amountMinor, currency }: Money): Money | null =>
  isCurrencyCode(currency) && amountMinor >= 0n && amountMinor <= 1_000_000_000_000n
    ? money(amountMinor, currency)
    : null;

const changePrice: NonNullable<MutationResolvers['changePrice']> = (_, { input }, context) => {
  const variantId = parseId('variant', input.variantId);
  const price = priceOf(input.price);
  const compareAt = input.compareAtPrice ? priceOf(input.compareAtPrice) : null;
  const isHigher =
    compareAt?.currency === price?.currency && (compareAt?.amountMinor ?? 0n) > (price?.amountMinor ?? 0n);
  const faults = [
    variantId ? null : invalid('variantId', 'This is no variant id.'),
    price ? null : invalid('price', 'This is no price: an amount from 0 up, in a currency there is.'),
    !input.compareAtPrice || isHigher
      ? null
      : invalid('compareAtPrice', 'The former price is higher, and in the same currency.'),
  ];
  return byStaff(context, { mutation: 'changePrice', input, faults }, async (tx, command) =>
    variantId && price ? context.useCases.changePrice(tx, { ...command, variantId, price, compareAt }) : refused(),
  );
};

/** What the staff does to products; who may is decided by the rules on the fields. */
export const staffMutations: Required<Pick<MutationResolvers, 'publishProduct' | 'archiveProduct' | 'changePrice'>> = {
  publishProduct: (_, { input }, context) => setStatus(context, input, 'ACTIVE'),
  archiveProduct: (_, { input }, context) => setStatus(context, input, 'ARCHIVED'),
  changePrice,
};
