import type { Id } from '@cartograph/ids';

export type CartId = Id<'cart'>;
export type CartLineId = Id<'cartline'>;
export type OrderId = Id<'order'>;
export type OrderLineId = Id<'line'>;
export type ProductId = Id<'product'>;
export type VariantId = Id<'variant'>;
export type UserId = Id<'user'>;
