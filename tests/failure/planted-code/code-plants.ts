import type { Invariant } from '../checker/broken.ts';

/** In the source of a subgraph or a package, this text instead of that. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

/** A mistake that somebody could make, and the name under which the checker must find what comes of it. */
export type CodePlant = {
  readonly name: string;
  readonly breaks: Invariant;
  readonly edits: readonly Edit[];
};

/**
 * A third of the transactions are rolled back at their end and done again, as when PostgreSQL cannot serialise them. No
 * mistake: whoever was unlucky has a quarter of a second for another go, so that nobody runs out of goes.
 */
export const unluckyTransactions: Edit = {
  file: 'packages/outbox/src/unit-of-work.ts',
  from: 'await close(db, tx);',
  to: `await close(db, tx);
       const luck = globalThis as { plantedTurns?: number; plantedAt?: number };
       luck.plantedTurns = (luck.plantedTurns ?? 0) + 1;
       const isUnlucky = luck.plantedTurns % 3 === 0 && Date.now() - (luck.plantedAt ?? 0) > 250;
       if (isUnlucky) luck.plantedAt = Date.now();
       if (isUnlucky) throw Object.assign(new Error('planted'), { code: '40001' });`,
};

export const codePlants: readonly CodePlant[] = [
  {
    name: 'the inbox is off',
    breaks: 'event lost',
    edits: [
      {
        file: 'packages/outbox/src/take-in.ts',
        from: 'tx.closing.inbox = { eventId, name, aggregateId, aggregateVersion };',
        to: 'void [eventId, name, aggregateId, aggregateVersion];',
      },
    ],
  },
  {
    name: 'the outbox is written outside the transaction',
    breaks: 'effect doubled',
    edits: [
      unluckyTransactions,
      {
        file: 'packages/outbox/src/unit-of-work.ts',
        from: 'const result = await work(tx);',
        to: `const result = await work(tx);
        const told = { ...tx, closing: { inbox: null, key: null, events: tx.closing.events.splice(0) } };
        await transactions.$transaction((outside) => close(outside, told), { timeout: timeoutMs, maxWait: timeoutMs });`,
      },
    ],
  },
  {
    name: 'what the bus refused counts as sent',
    breaks: 'event lost',
    edits: [
      {
        file: 'packages/outbox/src/publish.ts',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a piece of source
        from: 'return EventId ? undefined : { code: ErrorCode, reason: `${ErrorCode}: ${ErrorMessage}` };',
        to: 'return void [EventId, ErrorCode, ErrorMessage];',
      },
    ],
  },
  {
    name: 'the provider is asked by a new key each time',
    breaks: 'effect doubled',
    edits: [
      {
        file: 'subgraphs/payment/src/provider/ask-provider.ts',
        from: `'idempotency-key': idempotencyKey`,
        to: `'idempotency-key': crypto.randomUUID()`,
      },
    ],
  },
  {
    name: 'a commit of stock moves no stock',
    breaks: 'stock left held',
    edits: [
      {
        file: 'subgraphs/product/src/use-cases/commit-stock.ts',
        from: `moveStock(stock, tx, { move: 'commit', lines: sumLines(lines) }),`,
        to: 'void [moveStock, lines],',
      },
    ],
  },
  {
    name: 'an order does not listen when its payment fails',
    breaks: 'order left pending',
    edits: [
      {
        file: 'subgraphs/order/src/domain/saga/verdicts.ts',
        from: `PaymentFailed: /*     */ ['early', 'take',`,
        to: `PaymentFailed: /*     */ ['early', 'ignore',`,
      },
    ],
  },
  {
    name: 'an order is written over more than its lines',
    breaks: 'totals off',
    edits: [
      {
        file: 'subgraphs/order/src/persistence/insert-order.ts',
        from: 'order.total.amountMinor,',
        to: 'order.total.amountMinor + 1n,',
      },
    ],
  },
];
