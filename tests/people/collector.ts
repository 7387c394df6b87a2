import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Place } from './place.ts';

/** A collector of telemetry that keeps every request as it came. */
export type Collector = {
  /** For TELEMETRY_ENDPOINT. */
  readonly url: string;
  readonly received: readonly Place[];
  readonly stop: () => Promise<void>;
};

export const startCollector = async (): Promise<Collector> => {
  const received: Place[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then(
      (body) => {
        received.push({ name: `telemetry${request.url} ${received.length}`, text: body.toString('latin1') });
        response.setHeader('content-type', 'application/json').end('{}');
      },
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
