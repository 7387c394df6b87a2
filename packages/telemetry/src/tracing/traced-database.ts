import { inChildSpan, isTracing } from './span.ts';
import { shapeOf } from './statement-shape.ts';

type Statement = { readonly sql: string };

/** By what Prisma sends statements: a connection, or an open transaction (@prisma/driver-adapter-utils). */
type Sender = {
  queryRaw(statement: Statement): Promise<unknown>;
  executeRaw(statement: Statement): Promise<unknown>;
};

type Connection = Sender & { startTransaction(isolationLevel?: never): Promise<Sender> };

/**
 * The adapter with a span for each statement that is sent within a recorded trace; the adapter itself while tracing is
 * off. A span has the statement's shape and none of its values. It stands here and not at the pool's connections, as a
 * connection that was waited for calls back in the trace of whoever gave it back.
 */
export const tracedDatabase = <Adapter extends { connect(): Promise<object> }>(adapter: Adapter): Adapter => {
  if (!isTracing()) return adapter;
  return withMethods(adapter, {
    connect: async () => {
      const connection = (await adapter.connect()) as Connection;
      return withMethods(tracedSender(connection), {
        // How long it takes shows how long a free connection was waited for.
        startTransaction: async (isolationLevel?: never) =>
          tracedSender(await inStatementSpan('BEGIN', () => connection.startTransaction(isolationLevel))),
      });
    },
  });
};

const tracedSender = <Traced extends Sender>(sender: Traced): Traced =>
  withMethods(sender, {
    queryRaw: (statement: Statement) => inStatementSpan(statement.sql, () => sender.queryRaw(statement)),
    executeRaw: (statement: Statement) => inStatementSpan(statement.sql, () => sender.executeRaw(statement)),
  });

/** The same object but for these methods. */
const withMethods = <Target extends object>(target: Target, methods: object): Target =>
  Object.assign(Object.create(target) as Target, methods);

/** Sends a statement in a span with its shape and none of its values; just sends it where nothing is recorded. */
export const inStatementSpan = <Result>(sql: string, send: () => Promise<Result>): Promise<Result> => {
  if (!isTracing()) return send();
  const { operation, summary, text } = shapeOf(sql);
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.summary': summary,
    'db.query.text': text,
  };
  return inChildSpan(summary, { kind: 'client', attributes }, send);
};
