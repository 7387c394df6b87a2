import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports from which systems take one for each outgoing connection (32768 on Linux, 49152 elsewhere): among those,
 * a port that is free now may be somebody's a moment later. By chance, so that stacks that start at once do not meet.
 */
const lowest = 15_000;
const highest = 32_000;

/** A TCP port of 127.0.0.1 that nobody listens on, for what must know its address before it listens. */
export const freePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No port of 127.0.0.1 between ${lowest} and ${highest} is free.`);
};

/** True when nothing listens on that port of 127.0.0.1 and we may. */
export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
