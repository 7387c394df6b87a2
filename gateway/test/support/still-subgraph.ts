import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A subgraph that costs next to nothing, as a process of its own: it answers every `products`, under whatever name, with the
 * same 24: with the first of them where one is asked for, with 144 under the name `many`, as a page where edges are asked for. What is
 * measured is the gateway. Tells its parent the address.
 */
const long = Array.from({ length: 144 }, (_, index) => ({
  id: `product_${index}`,
  slug: `product-${index}`,
  title: `Product number ${index}`,
  vendor: 'Maker',
  variants: ['S', 'M', 'L'].map((size) => ({
    id: `variant_${index}_${size}`,
    sku: `SKU-${index}-${size}`,
    title: size,
  })),
}));
const list = long.slice(0, 24);
const products = JSON.stringify(list);
const many = JSON.stringify(long);
const first = JSON.stringify(list.slice(0, 1));
const page = JSON.stringify({ edges: list.map((node) => ({ node })) });

const answer = (body: string): string => {
  const { query } = JSON.parse(body) as { query: string };
  const name = /(\w+)\s*:\s*products/.exec(query)?.[1] ?? 'products';
  if (query.includes('edges')) return `{"data":{"${name}":${page}}}`;
  if (name.startsWith('many')) return `{"data":{"${name}":${many}}}`;
  return `{"data":{"${name}":${/first:\s*1\b/.test(query) ? first : products}}}`;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const server = createServer((request, response) => {
  void readBody(request).then((body) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(request.method === 'POST' ? answer(body) : '{"status":"alive"}');
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
