import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, isPortFree } from '@cartograph/local-cloud';

/** Port numbers on 127.0.0.1 by the name of the part that listens there. */
export type StackPorts = Readonly<Record<string, number>>;

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

const portLike = async (wanted: number | undefined, taken: readonly number[]): Promise<number> => {
  if (wanted !== undefined && !taken.includes(wanted) && (await isPortFree(wanted))) return wanted;
  for (;;) {
    const port = await freePort();
    if (!taken.includes(port)) return port;
  }
};
