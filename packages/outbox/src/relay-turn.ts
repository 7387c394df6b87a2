import { count, type Logger } from '@cartograph/telemetry';
import { isFaultOfEvent, refusalOf } from './bus-refusal.ts';
import { onBus } from './measures.ts';
import { type Judged, markRefused, markSent } from './outbox-rows.ts';
import { type Bus, publish } from './publish.ts';
import type { RelayConnection } from './relay-connection.ts';
import { findDue, lockEvents } from './unsent-events.ts';

/** How a turn ended: events were accepted; nothing is left to do until then; or nothing gets through at present. */
export type Turn = { kind: 'moved' } | { kind: 'idle'; dueInMs: number } | { kind: 'outage'; reason: string };

const fullShare = { aggregates: 100, each: 20 };
/** One request: enough to see whether the bus is back. */
const probe = { aggregates: 10, each: 1 };
/** Requests of one turn are begun within this time, so that its locks and its transaction are short. */
const turnMs = 5_000;
/** So many events refused for no fault of their own, and none taken: each further one is only load. */
const signsOfTrouble = 5;

export type TurnOptions = {
  readonly connection: RelayConnection;
  readonly bus: Bus;
  readonly logger: Logger;
  /** True while nothing gets through: as little as possible is tried. */
  readonly isProbe: boolean;
};

/**
 * One turn of the relay: lock, publish, mark, in one transaction. Never throws. A request that fails as a whole is an
 * outage, of which nothing is written: no event has done anything wrong, and all are due at once when the bus is back.
 */
export const relayTurn = async ({ connection, bus, logger, isProbe }: TurnOptions): Promise<Turn> => {
  try {
    const client = await connection.open();
    const share = isProbe ? probe : fullShare;
    const due = await findDue(client, share);
    if (due.heads.length === 0) return { kind: 'idle', dueInMs: Number.POSITIVE_INFINITY };
    const [, rows] = await Promise.all([client.query('BEGIN'), lockEvents(client, due, share.aggregates)]);
    const { sent, refused, outage } = await publish(bus, rows, Date.now() + turnMs);
    const [judged] = await Promise.all([markRefused(client, refused), markSent(client, sent), client.query('COMMIT')]);
    report(judged, logger);
    count('cartograph.outbox.retries', judged.filter((event) => !event.is_parked).length, onBus(bus.busName));
    if (outage !== undefined) return { kind: 'outage', reason: refusalOf(outage).reason };
    // What was committed since the look has woken the relay.
    if (due.isAll && sent.length === due.events.length) return { kind: 'idle', dueInMs: Number.POSITIVE_INFINITY };
    if (sent.length > 0 || judged.some((event) => event.is_parked)) return { kind: 'moved' };
    const trouble = refused.filter(({ refusal }) => !isFaultOfEvent(refusal));
    if (trouble.length >= signsOfTrouble) return { kind: 'outage', reason: trouble[0]?.refusal.reason ?? '' };
    return { kind: 'idle', dueInMs: Math.min(...judged.map((event) => event.due_in_ms)) };
  } catch (error) {
    // The connection's state is unknown.
    await connection.close();
    return { kind: 'outage', reason: refusalOf(error).reason };
  }
};

const report = (judged: readonly Judged[], logger: Logger): void => {
  const waiting = judged.filter((event) => !event.is_parked);
  const [first] = waiting;
  if (first) {
    const reason = first.last_error;
    logger.warn({ refused: waiting.length, reason }, 'events were not accepted, they are sent again later');
  }
  for (const { event_id: eventId, name, last_error: reason } of judged.filter((event) => event.is_parked)) {
    // The alarm: nobody hears this event until a person has looked at it.
    logger.error({ eventId, event: name, reason }, 'an event was parked, the bus does not take it');
  }
};
