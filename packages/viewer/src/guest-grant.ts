/**
 * What a guest token opens, and of which generation it is. Whoever revokes a thing's tokens raises its generation, and
 * all that were given out before open nothing any more.
 */
export type GuestGrant = { readonly id: string; readonly generation: number };
