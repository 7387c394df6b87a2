import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Port numbers on 127.0.0.1 by the name of the part that listens there. */
export type StackPorts = Readonly<Record<string, number>>;

/** True when nothing listens on that port of 127.0.0.1 and we may. */
export const isPortFree = (port: number): Promise<boolean> => listenOnce(port).then((found) => found !== null);

/**
 * A free port for each name. The ports of the last start are taken again when they still are free, as the address of
 * the identity issuer stands in every token it signed.
 */
export const choosePorts = async (dataDir: string, names: readonly string[]): Promise<StackPorts> => {
  const path = join(dataDir, 'ports.json');
  const last = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, number>,
    (): Record<string, number> => ({}),
  );
  const chosen: Record<string, number> = {};
  for (const name of names) chosen[name] = await portLike(last[name], Object.values(chosen));
  await writeFile(path, JSON.stringify(chosen));
  return chosen;
};

/** A port that nobody listens on. */
export const freePort = (): Promise<number> => portLike(undefined, []);

const portLike = async (wanted: number | undefined, taken: readonly number[]): Promise<number> => {
  if (wanted !== undefined && !taken.includes(wanted) && (await isPortFree(wanted))) return wanted;
  for (;;) {
    const port = await listenOnce(0);
    if (port !== null && !taken.includes(port)) return port;
  }
};

const listenOnce = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
