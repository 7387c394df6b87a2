/** An event on its way into the outbox; `data` is JSON text. */
export type ClosingEvent = {
  readonly event_id: string;
  readonly name: string;
  readonly schema_version: number;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly actor: unknown;
  readonly data: string;
};

/**
 * What a transaction writes last, all in one statement that goes out together with its COMMIT: the events it tells, the
 * inbox row of the event it takes in, and the idempotency key it is done under with its result. Whoever took the same event
 * in before, or did the same call, has that row already: then the statement fails, and all of the transaction with it.
 */
export type Closing = {
  readonly events: ClosingEvent[];
  inbox: { eventId: string; name: string; aggregateId: string; aggregateVersion: number } | null;
  key: { scope: string; key: string; inputHash: string; result: string } | null;
};

export const emptyClosing = (): Closing => ({ events: [], inbox: null, key: null });

const insertInboxRow = (first: number): string =>
  `INSERT INTO inbox_event (event_id, name, aggregate_id, aggregate_version)
   VALUES ($${first}::uuid, $${first + 1}, $${first + 2}, $${first + 3})`;

const insertKey = (first: number): string =>
  `INSERT INTO idempotency_key (scope, key, input_hash, result)
   VALUES ($${first}, $${first + 1}, $${first + 2}, $${first + 3}::jsonb)`;

// In the order in which they were appended: their positions are the order in which they are sent.
const insertEvents = (first: number): string =>
  `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id,
     causation_id, traceparent, actor, data, occurred_at)
   SELECT e.event_id, e.name, e.schema_version, e.aggregate_id, e.aggregate_version, e.correlation_id,
     e.causation_id, e.traceparent, e.actor, e.data, clock_timestamp()
   FROM ROWS FROM (json_to_recordset($${first}::json) AS (event_id uuid, name text, schema_version int, aggregate_id text,
     aggregate_version int, correlation_id text, causation_id text, traceparent text, actor jsonb, data jsonb))
     WITH ORDINALITY AS e(event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, causation_id,
     traceparent, actor, data, turn)
   ORDER BY e.turn`;

type Part = { readonly sql: (first: number) => string; readonly values: readonly unknown[] };

const partsOf = ({ events, inbox, key }: Closing): Part[] => [
  ...(inbox
    ? [{ sql: insertInboxRow, values: [inbox.eventId, inbox.name, inbox.aggregateId, inbox.aggregateVersion] }]
    : []),
  ...(key ? [{ sql: insertKey, values: [key.scope, key.key, key.inputHash, key.result] }] : []),
  ...(events.length > 0 ? [{ sql: insertEvents, values: [`[${events.map(jsonOf).join()}]`] }] : []),
];

/** The statement, one of seven texts whatever is in it, or null when there is nothing to write. */
export const closingStatement = (closing: Closing): { sql: string; values: unknown[] } | null => {
  const parts = partsOf(closing);
  const values: unknown[] = [];
  const texts: string[] = [];
  for (const part of parts) {
    texts.push(part.sql(values.length + 1));
    values.push(...part.values);
  }
  const main = texts.pop();
  if (main === undefined) return null;
  const before = texts.map((text, index) => `w${index} AS (${text})`);
  return { sql: before.length === 0 ? main : `WITH ${before.join(', ')} ${main}`, values };
};

const jsonOf = ({ data, ...envelope }: ClosingEvent): string =>
  `${JSON.stringify(envelope).slice(0, -1)},"data":${data}}`;
