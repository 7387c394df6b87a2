import pg from 'pg';

/** Where in its transaction a statement stands: whether BEGIN goes out before it, and COMMIT behind it. */
export type Edges = { readonly opens: boolean; readonly closes: boolean };

/** What the driver sends with a statement; the driver's own types know neither its inside nor these messages. */
type Connection = {
  bind(portal: { portal: string; statement: string }): void;
  execute(portal: { portal: string }): void;
  sync(): void;
};

type Statement = { readonly name: string; readonly text: string; readonly values: unknown[]; readonly types: unknown };

/** Both must be prepared by these names on a connection before an edge is sent. */
export const [begin, commit] = [
  { name: 'begin', text: 'BEGIN' },
  { name: 'commit', text: 'COMMIT' },
] as const;

/** The driver's own query, as far as it is extended here. */
const Query = pg.Query as unknown as new (
  config: object,
) => pg.Query & {
  prepare(connection: Connection): void;
  handleCommandComplete(answer: Answer, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: unknown, connection: Connection): void;
};

/** What failed before, and was caught by whoever sent it, makes PostgreSQL answer a COMMIT by rolling back. */
export const mustBeCommit = (command: string): void => {
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back, as one of its statements had failed.');
};

type Answer = { text: string };

/**
 * A statement that opens its transaction, or ends it, or both, as one message with one answer: a BEGIN or a COMMIT that goes
 * out by itself costs PostgreSQL and the driver as much as a small statement. What fails before the COMMIT makes PostgreSQL
 * pass over it, as over all up to the end of the message, and the transaction stays open for its ROLLBACK.
 */
class EdgeStatement extends Query {
  readonly #edges: Edges;
  readonly #answers: string[] = [];

  constructor(statement: Statement, edges: Edges, callback: (error: Error | null, result: pg.QueryResult) => void) {
    // As a simple query a text without values would be a message of its own.
    super({ ...statement, queryMode: 'extended', callback });
    this.#edges = edges;
  }

  override prepare(connection: Connection): void {
    if (this.#edges.opens) run(connection, begin.name);
    super.prepare(connection);
  }

  /** What the driver sends the statement's execution and the end of the message by. */
  _getRows(connection: Connection): void {
    connection.execute({ portal: '' });
    if (this.#edges.closes) run(connection, commit.name);
    connection.sync();
  }

  override handleCommandComplete(answer: Answer, connection: Connection): void {
    const turn = this.#answers.push(answer.text) + (this.#edges.opens ? 0 : 1);
    if (turn === 2) super.handleCommandComplete(answer, connection);
  }

  override handleReadyForQuery(connection: Connection): void {
    try {
      if (this.#edges.closes) mustBeCommit(this.#answers.at(-1) ?? '');
      super.handleReadyForQuery(connection);
    } catch (error) {
      this.handleError(error, connection);
    }
  }
}

const run = (connection: Connection, statement: string): void => {
  connection.bind({ portal: '', statement });
  connection.execute({ portal: '' });
};

/** Sends a statement with the edges of its transaction that it stands at. With `closes` it is answered by the commit. */
export const sendStatement = (client: pg.ClientBase, statement: Statement, edges: Edges): Promise<pg.QueryResult> => {
  if (!edges.opens && !edges.closes) return client.query(statement as pg.QueryConfig);
  return new Promise((resolve, reject) => {
    client.query(new EdgeStatement(statement, edges, (error, result) => (error ? reject(error) : resolve(result))));
  });
};
