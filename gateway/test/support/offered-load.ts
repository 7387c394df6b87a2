import { setTimeout as delay } from 'node:timers/promises';
import { type BareClient, createBareClient } from './bare-client.ts';

/** One answer, as its client saw it; the status 0 is a broken connection. */
export type Seen = {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | undefined;
  readonly tookMs: number;
};

const startWith = (name: string): string => {
  const field = `${name}: products(first: $first) { id slug title vendor variants { id sku title } }`;
  return `{"query":"query List($first: Int) { ${field} }","variables":{"first":`;
};
const starts = { few: startWith('few'), many: startWith('many') };
/** Lists of 24 products with variants, 6 KB, or of 144, 39 KB. */
export type Lists = keyof typeof starts;
let turn = 0;

/** Each asks for something else: what is shared with somebody else is no load. */
const nextBody = (lists: Lists): string => {
  turn += 1;
  return `${starts[lists]}${turn}}}`;
};

const askOnce = async (client: BareClient, lists: Lists): Promise<Seen> => {
  const startedMs = performance.now();
  try {
    const { status, head, body } = await client.post(nextBody(lists));
    const tookMs = performance.now() - startedMs;
    if (status === 200) return { status, code: undefined, retryAfter: undefined, tookMs };
    const { errors } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
    return { status, code: errors?.[0]?.extensions.code, retryAfter: /retry-after: (\S+)/i.exec(head)?.[1], tookMs };
  } catch (error) {
    return { status: 0, code: String(error), retryAfter: undefined, tookMs: performance.now() - startedMs };
  }
};

export type Offered = {
  readonly seen: readonly Seen[];
  /** Good answers a second while it was offered: what comes in late is no answer that anybody waited for. */
  readonly goodPerSecond: number;
};

/** As many requests a second as are said, whatever becomes of those before: clients do not know of each other. */
export const offer = async (
  url: string,
  { perSecond, seconds, lists = 'few' }: { perSecond: number; seconds: number; lists?: Lists },
): Promise<Offered> => {
  const client = await createBareClient(url, 400);
  const asked: Promise<Seen>[] = [];
  let good = 0;
  const ask = async (): Promise<Seen> => {
    const seen = await askOnce(client, lists);
    if (seen.status === 200) good += 1;
    return seen;
  };
  const startedMs = performance.now();
  const all = Math.round(perSecond * seconds);
  while (asked.length < all) {
    const due = Math.min(all, ((performance.now() - startedMs) / 1_000) * perSecond);
    while (asked.length < due) asked.push(ask());
    await delay(1);
  }
  const goodPerSecond = good / ((performance.now() - startedMs) / 1_000);
  const seen = await Promise.all(asked);
  client.close();
  return { seen, goodPerSecond };
};

/** As many clients as are said, each of which asks again when it has its answer. Resolves with good answers a second. */
export const saturate = async (
  url: string,
  { clients, seconds, lists = 'few' }: { clients: number; seconds: number; lists?: Lists },
): Promise<number> => {
  const client = await createBareClient(url, clients);
  const startedMs = performance.now();
  let good = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() - startedMs < seconds * 1_000) {
      const { status } = await askOnce(client, lists);
      if (status === 200) good += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, ask));
  const tookSeconds = (performance.now() - startedMs) / 1_000;
  client.close();
  return good / tookSeconds;
};
