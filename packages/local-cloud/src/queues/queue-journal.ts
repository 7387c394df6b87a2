import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { QueueWrites, SqsMessage, SqsQueue, SqsStore } from './fauxqs-parts.ts';

const schema = `
CREATE TABLE IF NOT EXISTS queues (
  name TEXT PRIMARY KEY,
  arn TEXT NOT NULL,
  attributes TEXT NOT NULL,
  tags TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  queue TEXT NOT NULL REFERENCES queues ON DELETE CASCADE,
  content TEXT NOT NULL,
  receive_count INTEGER NOT NULL,
  first_received_at INTEGER,
  receipt_handle TEXT,
  visible_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS messages_by_queue ON messages (queue, seq);
`;

/** The queues on disk: what fauxqs writes, in transactions that end before an answer goes out. */
export type QueueJournal = QueueWrites & {
  /** Ends the open transaction. @throws Error when the disk does not take it */
  commit(): void;
  /** Puts every queue and message back into an empty store; URLs are made for the endpoint of now. */
  restore(store: SqsStore, sqsUrl: string): void;
  close(): void;
};

/**
 * Opens the journal in the folder. The first write after a commit opens a transaction, so that a batch, or the move of a
 * message to the dead letters (a delete and an insert), is kept whole or not at all.
 */
export function openQueueJournal(dataDir: string): QueueJournal {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'queues.db'), { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  database.exec(schema);
  const commit = () => {
    if (database.isTransaction) database.exec('COMMIT');
  };
  return {
    ...journalWrites(database),
    commit,
    restore: (store, sqsUrl) => restore(database, store, sqsUrl),
    close() {
      commit();
      database.close();
    },
  };
}

function journalWrites(database: DatabaseSync): QueueWrites {
  const write = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: (string | number | undefined)[]): void => {
      if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
      statement.run(...values.map((value) => value ?? null));
    };
  };
  const insertQueue = write(
    `INSERT INTO queues VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET arn = excluded.arn,
     attributes = excluded.attributes, tags = excluded.tags`,
  );
  const insertMessage = write(
    'INSERT OR REPLACE INTO messages (id, queue, content, receive_count, first_received_at) VALUES (?, ?, ?, ?, ?)',
  );
  const updateAttributes = write('UPDATE queues SET attributes = ? WHERE name = ?');
  const updateSequence = write('UPDATE queues SET sequence = ? WHERE name = ?');
  return {
    insertQueue: ({ name, arn, attributes, tags, sequenceCounter }) =>
      insertQueue(name, arn, JSON.stringify(attributes), JSON.stringify([...tags]), sequenceCounter),
    deleteQueue: write('DELETE FROM queues WHERE name = ?'),
    updateQueueAttributes: (name, attributes) => updateAttributes(JSON.stringify(attributes), name),
    updateQueueSequenceCounter: (name, counter) => updateSequence(counter, name),
    insertMessage(queue, message) {
      const { approximateReceiveCount: count, approximateFirstReceiveTimestamp: firstAt } = message;
      insertMessage(message.messageId, queue, JSON.stringify(message), count, firstAt);
    },
    deleteMessage: write('DELETE FROM messages WHERE id = ?'),
    updateMessageInflight: write(
      'UPDATE messages SET receipt_handle = ?2, visible_at = ?3, receive_count = ?4, first_received_at = ?5 WHERE id = ?1',
    ),
    updateMessageReady: write('UPDATE messages SET receipt_handle = NULL, visible_at = NULL WHERE id = ?'),
    deleteQueueMessages: write('DELETE FROM messages WHERE queue = ?'),
  };
}

type QueueRow = { name: string; arn: string; attributes: string; tags: string; sequence: number };
type MessageRow = {
  content: string;
  receive_count: number;
  first_received_at: number | null;
  receipt_handle: string | null;
  visible_at: number | null;
};

function restore(database: DatabaseSync, store: SqsStore, sqsUrl: string): void {
  const messages = database.prepare('SELECT * FROM messages WHERE queue = ? ORDER BY seq');
  for (const row of database.prepare('SELECT * FROM queues').all() as QueueRow[]) {
    const [, , , , account, name] = row.arn.split(':');
    const tags = Object.fromEntries(JSON.parse(row.tags) as [string, string][]);
    const attributes = JSON.parse(row.attributes) as Record<string, string>;
    const queue = store.createQueue(row.name, `${sqsUrl}/${account}/${name}`, row.arn, attributes, tags);
    queue.sequenceCounter = row.sequence;
    for (const message of messages.all(row.name) as MessageRow[]) restoreMessage(queue, message);
  }
}

function restoreMessage(queue: SqsQueue, row: MessageRow): void {
  const message: SqsMessage = {
    ...(JSON.parse(row.content) as SqsMessage),
    approximateReceiveCount: row.receive_count,
    ...(row.first_received_at === null ? {} : { approximateFirstReceiveTimestamp: row.first_received_at }),
  };
  if (row.receipt_handle === null) {
    queue.enqueue(message);
    return;
  }
  // Still with its receiver, who may yet delete it by this handle; past its time it becomes visible by itself.
  const { receipt_handle: receiptHandle, visible_at: visibleAt } = row;
  queue.inflightMessages.set(receiptHandle, { message, receiptHandle, visibilityDeadline: visibleAt ?? 0 });
  const group = message.messageGroupId;
  if (group !== undefined) queue.fifoLockedGroups.set(group, (queue.fifoLockedGroups.get(group) ?? 0) + 1);
}
