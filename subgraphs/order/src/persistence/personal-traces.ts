import { uuidOfId } from '@cartograph/ids';
import type { HeldOfPerson } from '@cartograph/personal-data';
import type { PersonalTraces } from '../use-cases/erase-person.ts';

const linesOf = (table: string, owner: string) => `(
  SELECT coalesce(jsonb_agg(to_jsonb(l) - 'id' - '${owner}'), '[]') FROM ${table} AS l WHERE l.${owner} = held.id)`;

/** Carts and orders with all that belongs to them: whole rows, but for what is not the person's (tokens, saga, trace). */
export const heldOfPerson: HeldOfPerson = {
  select: `
    SELECT 'Cart' AS kind, held.id, to_jsonb(held) - '{guest_generation,guest_revoked_at}'::text[]
      || jsonb_build_object('lines', ${linesOf('cart_line', 'cart_id')}) AS body
    FROM cart AS held WHERE held.buyer_id = $1::uuid
    UNION ALL
    SELECT 'Order', held.id, to_jsonb(held) - '{payment_method_token,correlation_id,awaiting,payment_version,guest_generation,guest_revoked_at}'::text[]
      || jsonb_build_object('lines', ${linesOf('order_line', 'order_id')}, 'timeline', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'occurred_at', e.occurred_at) ORDER BY e.position), '[]')
        FROM order_event AS e WHERE e.order_id = held.id))
    FROM orders AS held WHERE held.buyer_id = $1::uuid`,
  kinds: { Cart: 'cart', Order: 'order' },
  ids: { buyer_id: 'user', cart_id: 'cart', product_id: 'product', variant_id: 'variant' },
};

/**
 * Carts that never became an order go. Orders stay, as the law wants them kept, under a pseudonym that is written down
 * nowhere: a buyer's orders still belong together, but nobody finds out whose they were.
 */
export const personalTraces: PersonalTraces = {
  eraseIrreversibly: async (tx, userId) => {
    const person = uuidOfId(userId);
    await tx.db.$executeRawUnsafe(
      `DELETE FROM cart WHERE buyer_id = $1::uuid AND NOT EXISTS (SELECT FROM orders WHERE orders.cart_id = cart.id)`,
      person,
    );
    await tx.db.$executeRawUnsafe(
      `WITH pseudonym AS (SELECT gen_random_uuid() AS id),
         carts AS (UPDATE cart SET buyer_id = pseudonym.id FROM pseudonym WHERE buyer_id = $1::uuid)
       UPDATE orders SET buyer_id = pseudonym.id FROM pseudonym WHERE buyer_id = $1::uuid`,
      person,
    );
    // Scopes name the viewer: '<mutation> <user id>'.
    await tx.db.$executeRawUnsafe(`DELETE FROM idempotency_key WHERE right(scope, length($1) + 1) = ' ' || $1`, userId);
  },
};
