import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerForParent } from '../answer-for-parent.ts';
import { heavySubgraphs } from '../heavy-graph.ts';
import { inFederationOne } from './in-federation-one.ts';
import { isPeer, type PeerName } from './peer-names.ts';

type Peer = { folder: string; supergraphPath: string; urls: Record<string, string> };

const load = (folder: string, name: string): Promise<unknown> => import(pathToFileURL(join(folder, name)).href);

type Hive = { createGatewayRuntime: (options: object) => RequestListener; unifiedGraphHandler: unknown };

/** Hive Gateway, its plans made in Rust, on Node's own server. */
const startHive = async ({ folder, supergraphPath, urls }: Peer): Promise<string> => {
  const { createGatewayRuntime, unifiedGraphHandler } = (await load(folder, 'hive.mjs')) as Hive;
  const supergraph = readFileSync(supergraphPath, 'utf8').replaceAll(
    /name: "(\w+)", url: "[^"]*"/g,
    (_, name: string) => `name: "${name}", url: "${urls[name] ?? ''}"`,
  );
  const server = createServer(createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};

type Fastify = {
  register: (plugin: unknown, options: object) => void;
  listen: (options: object) => Promise<string>;
};
type Mercurius = { fastify: () => Fastify; mercuriusGateway: unknown };

/** Mercurius: it speaks the first version of federation, and makes a schema of its own from those of the subgraphs. */
const startMercurius = async ({ folder, urls }: Peer): Promise<string> => {
  const { fastify, mercuriusGateway } = (await load(folder, 'mercurius.mjs')) as Mercurius;
  const app = fastify();
  const services = heavySubgraphs.map(({ name, sdl }) => ({
    name,
    url: urls[name],
    schema: inFederationOne(name, sdl),
  }));
  app.register(mercuriusGateway, { gateway: { services } });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
};

const peers: Readonly<Record<PeerName, (peer: Peer) => Promise<string>>> = {
  hive: startHive,
  mercurius: startMercurius,
};

const [, , name = '', folder = '', supergraphPath = '', urls = '{}'] = process.argv;
if (!isPeer(name)) throw new Error(`unknown peer ${name}`);
const url = await peers[name]({ folder, supergraphPath, urls: JSON.parse(urls) as Record<string, string> });
answerForParent({ url });
