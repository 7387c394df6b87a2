import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Told the status when an answer is whole. */
type Answered = (status: number) => void;

type Connection = {
  readonly socket: Socket;
  readonly ask: (request: Buffer, answered: Answered) => void;
};

export type LeanClient = {
  /** Over a connection that is free, or over a new one. */
  readonly ask: (request: Buffer, answered: Answered) => void;
  readonly close: () => void;
};

/** One POST as it goes over the wire. */
export const postOf = (url: string, body: string): Buffer => {
  const { host, pathname } = new URL(url);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
};

/**
 * HTTP/1.1 over kept connections for answers that say their length, read into one buffer for each connection: whoever measures
 * a gateway's longest answers must make no garbage of its own, or it measures its own collections. Connects to so many at first.
 */
export const createLeanClient = async (url: string, connections: number): Promise<LeanClient> => {
  const free: Connection[] = [];
  const all: Socket[] = [];
  const open = (): Connection => {
    const connection = openConnection(url, () => free.push(connection));
    all.push(connection.socket);
    // A server closes what nobody has used for long.
    connection.socket.once('close', () => {
      const place = free.indexOf(connection);
      if (place >= 0) free.splice(place, 1);
    });
    return connection;
  };
  for (let index = 0; index < connections; index += 1) free.push(open());
  await Promise.all(all.map((socket) => once(socket, 'connect')));
  return {
    ask: (request, answered) => (free.pop() ?? open()).ask(request, answered),
    close: () => {
      for (const socket of all) socket.destroy();
    },
  };
};

const bufferBytes = 64 * 1024;
const headEnd = Buffer.from('\r\n\r\n');
const lengthName = 'content-length: ';

const openConnection = (url: string, isFree: () => void): Connection => {
  const { hostname, port } = new URL(url);
  let answered: Answered | null = null;
  let status = 0;
  let leftBytes = 0;
  const read = (bytes: number, buffer: Uint8Array): boolean => {
    // What nobody asked for is a farewell.
    if (!answered) return true;
    const came = buffer as Buffer;
    leftBytes = leftBytes > 0 ? leftBytes - bytes : begin(came.subarray(0, bytes));
    if (leftBytes === 0) end();
    return true;
  };
  /** Reads the head, which comes in one piece with the first of the body, and returns how much is left. */
  const begin = (came: Buffer): number => {
    const bodyAt = came.indexOf(headEnd) + headEnd.length;
    const head = came.toString('latin1', 0, bodyAt).toLowerCase();
    const lengthAt = head.indexOf(lengthName);
    if (bodyAt < headEnd.length || lengthAt < 0) throw new Error(`no answer that can be read: ${head}`);
    status = Number(head.slice(9, 12));
    return Number.parseInt(head.slice(lengthAt + lengthName.length), 10) - (came.length - bodyAt);
  };
  const end = (): void => {
    const tell = answered;
    answered = null;
    isFree();
    tell?.(status);
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: { buffer: Buffer.allocUnsafeSlow(bufferBytes), callback: read },
  });
  socket.on('error', (error) => {
    throw error;
  });
  const ask = (request: Buffer, then: Answered): void => {
    answered = then;
    socket.write(request);
  };
  return { socket, ask };
};
