import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back: nothing is parsed that nobody looks at, as who measures must cost less than who is measured. */
export type BareAnswer = { readonly status: number; readonly head: string; readonly body: string };

export type BareClient = {
  /** Sends one POST over a free connection, or over a new one. Rejects when the connection breaks. */
  readonly post: (body: string) => Promise<BareAnswer>;
  readonly close: () => void;
};

type Connection = {
  readonly socket: Socket;
  waiting: { resolve: (answer: BareAnswer) => void; reject: (error: Error) => void } | null;
};

/** HTTP/1.1 over kept connections, as little of it as the gateway's answers need (each says its length). */
export const createBareClient = async (url: string, connections: number): Promise<BareClient> => {
  const { port, hostname } = new URL(url);
  const free: Connection[] = [];
  const all = new Set<Connection>();
  const open = (): Connection => {
    const connection: Connection = { socket: connect(Number(port), hostname), waiting: null };
    connection.socket.setNoDelay(true);
    all.add(connection);
    const end = (error: Error): void => {
      all.delete(connection);
      const place = free.indexOf(connection);
      if (place >= 0) free.splice(place, 1);
      connection.waiting?.reject(error);
      connection.waiting = null;
    };
    connection.socket.on('error', end);
    connection.socket.on('close', () => end(new Error('the connection was closed')));
    readAnswers(connection.socket, (answer) => {
      const { waiting } = connection;
      connection.waiting = null;
      free.push(connection);
      waiting?.resolve(answer);
    });
    return connection;
  };
  // As a load balancer keeps them; a flood of new connections would measure the accepting of connections.
  for (let index = 0; index < connections; index += 1) {
    const connection = open();
    await once(connection.socket, 'connect');
    free.push(connection);
  }
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        const connection = free.pop() ?? open();
        connection.waiting = { resolve, reject };
        const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n`;
        connection.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    close: () => {
      for (const { socket } of all) socket.destroy();
    },
  };
};

const readAnswers = (socket: Socket, tell: (answer: BareAnswer) => void): void => {
  let chunks: Buffer[] = [];
  let have = 0;
  let need = 0;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    have += chunk.length;
    if (have < need) return;
    const whole = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    chunks = [whole];
    const end = whole.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = whole.subarray(0, end).toString('latin1');
    need = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (have < need) return;
    tell({ status: Number(head.slice(9, 12)), head, body: whole.subarray(end + 4, need).toString() });
    chunks = [];
    have = 0;
    need = 0;
  });
};
