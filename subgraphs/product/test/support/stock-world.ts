import type { DomainEvent } from '@cartograph/events';
import { type Id, idFromUuid, newId, uuidOfId } from '@cartograph/ids';
import { createUnitOfWork, pgTransactions, systemCause, takeIn } from '@cartograph/outbox';
import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { openPrisma } from '../../src/persistence/open-prisma.ts';
import { personalTraces } from '../../src/persistence/personal-traces.ts';
import { createStockStore } from '../../src/persistence/stock-store.ts';
import { createReactions } from '../../src/reactions/index.ts';
import { commitStock } from '../../src/use-cases/commit-stock.ts';
import { erasePerson } from '../../src/use-cases/erase-person.ts';
import { expireReservations } from '../../src/use-cases/expire-reservations.ts';
import { holdStock } from '../../src/use-cases/hold-stock.ts';
import { releaseStock } from '../../src/use-cases/release-stock.ts';
import { aProduct, csv } from './csv.ts';
import { openShop, type Shop } from './open-shop.ts';

export type VariantId = Id<'variant'>;
export type OrderId = Id<'order'>;
export type Line = { variantId: VariantId; quantity: number };
export type OrderEventName = 'OrderPlaced' | 'OrderConfirmed' | 'OrderRejected' | 'OrderCancelled';
type Level = { on_hand: number; reserved: number; available: number; version: number };

const eventFor = (name: OrderEventName, orderId: OrderId, lines: readonly Line[]): DomainEvent =>
  ({
    eventId: crypto.randomUUID(),
    name,
    schemaVersion: 1,
    occurredAt: new Date().toISOString(),
    aggregateId: orderId,
    aggregateVersion: 1,
    correlationId: 'test-correlation',
    causationId: null,
    traceparent: null,
    actor: { kind: 'SYSTEM', id: null },
    data: { orderId, lines, reason: 'STAFF_REQUEST' },
  }) as unknown as DomainEvent;

export type StockWorld = Awaited<ReturnType<typeof openStockWorld>>;

/** The reactions of one replica, with its own pool on the same database. */
const openReplica = (url: string, holdSeconds: number) => {
  const logger = createLogger({ service: 'test', level: 'silent' });
  const { pool, close } = openDatabase({ config: { DATABASE_URL: url, DATABASE_POOL_SIZE: 10 }, logger });
  const prisma = openPrisma(pool);
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: () => undefined });
  const stock = createStockStore();
  const reactions = createReactions({
    holdStock: holdStock({ stock, holdSeconds }),
    commitStock: commitStock({ stock, holdSeconds }),
    releaseStock: releaseStock({ stock }),
    erasePerson: erasePerson({ traces: personalTraces }),
  });
  const expire = expireReservations({ stock });
  return {
    take: (event: DomainEvent) => takeIn(unitOfWork, reactions[event.name as OrderEventName], event),
    sweep: () => unitOfWork(systemCause('sweep'), expire),
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
};

/** What the tables say of the stock. */
const looksInto = (shop: Shop) => ({
  level: async (variantId: VariantId): Promise<Level | undefined> => {
    const sql = 'SELECT on_hand, reserved, available, version FROM stock_level WHERE variant_id = $1';
    return (await shop.rows<Level>(sql, uuidOfId(variantId)))[0];
  },
  reservation: async (orderId: OrderId) => {
    const sql = 'SELECT status, version FROM stock_reservation WHERE order_id = $1';
    return (await shop.rows<{ status: string; version: number }>(sql, uuidOfId(orderId)))[0];
  },
  /** What the order was told, in order. */
  answers: async (orderId: OrderId) => (await shop.events()).filter((event) => event.aggregate_id === orderId),
});

/** Ways to bring about a situation that no event brings about. */
const interventions = (shop: Shop) => ({
  /** Variants on sale with that many pieces each, in the order of the quantities. */
  stocked: async (...quantities: number[]): Promise<VariantId[]> => {
    const handles = quantities.map(() => `p-${crypto.randomUUID()}`);
    await shop.importText(csv(handles.map((handle, i) => aProduct({ handle, quantity: quantities[i] ?? 0 }))));
    const found = await shop.rows<{ id: string; slug: string }>(
      'SELECT v.id, p.slug FROM product_variant AS v JOIN product AS p ON p.id = v.product_id WHERE p.slug = ANY ($1)',
      handles,
    );
    const bySlug = new Map(found.map(({ slug, id }) => [slug, idFromUuid('variant', id)]));
    return handles.flatMap((handle) => bySlug.get(handle) ?? []);
  },
  takeOffSale: (variantId: VariantId) =>
    shop.rows('UPDATE product_variant SET active = false WHERE id = $1', uuidOfId(variantId)),
  letDeadlinePass: (orderId: OrderId) =>
    shop.rows(
      "UPDATE stock_reservation SET expires_at = now() - interval '1 second' WHERE order_id = $1",
      uuidOfId(orderId),
    ),
});

/** The stock of a shop on a real database, moved by events as they would be delivered, to one of two replicas in turn. */
export const openStockWorld = async ({ holdSeconds = 900 }: { holdSeconds?: number } = {}) => {
  const shop = await openShop();
  const replicas = [openReplica(shop.url, holdSeconds), openReplica(shop.url, holdSeconds)] as const;
  let turn = 0;
  const nextReplica = () => replicas[turn++ % 2 === 0 ? 0 : 1];
  return {
    ...shop,
    ...looksInto(shop),
    ...interventions(shop),
    eventFor,
    newOrder: () => newId('order'),
    deliver: (event: DomainEvent) => nextReplica().take(event),
    tell: (name: OrderEventName, orderId: OrderId, lines: readonly Line[] = []) =>
      nextReplica().take(eventFor(name, orderId, lines)),
    sweep: () => nextReplica().sweep(),
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.close()));
      await shop.close();
    },
  };
};
