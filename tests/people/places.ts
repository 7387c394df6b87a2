import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inEachDatabase } from '../support/search-databases.ts';
import type { Place } from './place.ts';
import type { Shop } from './shop.ts';

/** Every place in which nothing personal may stand. A further kind of output is one line here. */
export const publicPlaces = async (shop: Shop): Promise<Place[]> =>
  (await Promise.all([logs(shop), events(shop), busFiles(shop)]))
    .flat()
    .concat(errorsSaid(shop), shop.collector.received);

/** What each process logged, the crash of one included. */
const logs = ({ supergraph }: Shop): Promise<Place[]> => filesIn(join(supergraph.stack.facts.options.dataDir, 'logs'));

/** What the bus and the queues keep: archive, deliveries, dead letters. The mailbox beside them is what mails are for. */
const busFiles = ({ supergraph }: Shop): Promise<Place[]> =>
  filesIn(join(supergraph.stack.facts.options.dataDir, 'local-cloud'), /^mailbox/);

const filesIn = async (folder: string, except = /^$/): Promise<Place[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files
      .filter((path) => !except.test(relative(folder, path)))
      // Byte by byte: a store that is no text is searched all the same.
      .map(async (path) => ({ name: relative(join(folder, '..'), path), text: await readFile(path, 'latin1') })),
  );
};

/** What stands in the tables of the event path, sent or not. */
const events = async ({ supergraph }: Shop): Promise<Place[]> => {
  const found = await inEachDatabase(supergraph, async (client, subgraph) => {
    const places: Place[] = [];
    for (const table of ['outbox_event', 'inbox_event', 'idempotency_key']) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT coalesce(json_agg(row)::text, '') AS text FROM ${table} AS row`,
      );
      places.push({ name: `${subgraph}.${table}`, text: rows[0]?.text ?? '' });
    }
    return places;
  });
  return found.flat();
};

/** Every error that the graph answered, without the words that whoever asked had sent themself. */
const errorsSaid = ({ exchanges }: Shop): Place[] =>
  exchanges.flatMap(({ body, answer }, index) => {
    const { errors = [] } = JSON.parse(answer) as { errors?: unknown[] };
    const said = wordsIn(JSON.stringify(errors)).filter((word) => !body.toLowerCase().includes(word));
    return errors.length > 0 ? [{ name: `error ${index}`, text: said.join(' ') }] : [];
  });

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\w.@-]+/);

/** Where one of the texts stands, in whatever case and also as a URL writes it; with what stands around it. */
export const whereFound = (places: readonly Place[], texts: readonly string[]): string[] =>
  places.flatMap(({ name, text }) => {
    const lower = text.toLowerCase();
    return texts.flatMap((wanted) =>
      [wanted, encodeURIComponent(wanted)]
        .map((form) => lower.indexOf(form.toLowerCase()))
        .filter((at) => at >= 0)
        .slice(0, 1)
        .map((at) => `${name}: ${text.slice(Math.max(0, at - 200), at + 80)}`),
    );
  });
