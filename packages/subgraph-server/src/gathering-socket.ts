import { Socket } from 'node:net';

/**
 * A socket that sends what is written in one turn of the event loop together: the statements of a pipeline leave by one
 * system call and wake PostgreSQL once, where each would otherwise be sent by itself.
 */
export const gatheringSocket = (): Socket => {
  const socket = new Socket();
  // Not before: `connect` puts back the `write` of every socket.
  socket.once('connect', () => gatherWrites(socket));
  return socket;
};

const gatherWrites = (socket: Socket): void => {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isGathering = false;
  socket.write = (...args: unknown[]): boolean => {
    if (!isGathering) {
      isGathering = true;
      socket.cork();
      process.nextTick(() => {
        isGathering = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
};
