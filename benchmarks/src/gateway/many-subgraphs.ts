import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSupergraph } from '@cartograph/composition';
import { hear } from '@cartograph/testing';
import { askChild } from './child.ts';
import type { EngineName } from './engines.ts';
import { type Measuring, startEngine } from './measure-engine.ts';
import { isPeer, type PeerName } from './peers/peer-names.ts';

export type Start = { engine: EngineName | PeerName; seconds: number; rssMiB: number };

const count = 100;

/** Each owns a thing, lists it, and adds to that of its neighbour. */
const subgraphs = Array.from({ length: count }, (_, index) => {
  const neighbour = (index + 1) % count;
  return {
    name: `s${index}`,
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires"])
      type Query { things${index}(first: Int = 10, after: ID): [Thing${index}!]! thing${index}(id: ID!): Thing${index} }
      type Mutation { rename${index}(id: ID!, name: String!): Thing${index} }
      type Thing${index} @key(fields: "id") { id: ID! name: String! size: Int kind: Kind${index}! parts: [Part${index}!]! }
      type Part${index} { name: String! weight: Float next: Thing${neighbour} }
      enum Kind${index} { SMALL LARGE }
      type Thing${neighbour} @key(fields: "id") { id: ID! name: String! @external
        seenBy${index}: Int! labelBy${index}: String @requires(fields: "name") }`,
  };
});

/** How long each takes from the start of its process until it listens, with a graph of 100 subgraphs, and what it takes then. */
export const measureStarts = async (
  engines: readonly (EngineName | PeerName)[],
  measuring: Omit<Measuring, 'urls' | 'supergraphPath'>,
  folder: string,
): Promise<Start[]> => {
  const composed = composeSupergraph(subgraphs);
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  const supergraphPath = join(folder, 'hundred.graphql');
  await writeFile(supergraphPath, composed.supergraphSdl);
  const urls = Object.fromEntries(subgraphs.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
  const starts: Start[] = [];
  // Mercurius makes its graph of the schemas of the heavy query's subgraphs, and of no supergraph.
  for (const engine of engines.filter((name) => !isPeer(name) || name === 'hive')) {
    const startedMs = performance.now();
    const gateway = startEngine(engine, { ...measuring, urls, supergraphPath });
    const { url } = await hear<{ url: string }>(gateway);
    // Some read the graph only when they are asked.
    await ask(url, '{ __typename }');
    const seconds = (performance.now() - startedMs) / 1_000;
    const { rssBytes } = await askChild<{ rssBytes: number }>(gateway);
    gateway.disconnect();
    starts.push({ engine, seconds, rssMiB: rssBytes / 2 ** 20 });
  }
  return starts;
};

const ask = async (url: string, query: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${response.status} ${text.slice(0, 200)}`);
};
