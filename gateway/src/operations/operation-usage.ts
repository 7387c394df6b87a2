import { appendFile } from 'node:fs/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import { normaliseOperation, type RecordedOperation } from '@cartograph/client-operations';
import type { Logger } from '@cartograph/telemetry';
import type { GatewayContext } from '../gateway-context.ts';

/** Operations kept between two writes; strangers make up new ones as they like. */
const maxOperations = 10_000;
const intervalMs = 60_000;

export type OperationUsage = {
  plugin: ApolloServerPlugin<GatewayContext>;
  /** Writes what is not yet written. */
  stop: () => Promise<void>;
};

/**
 * Records which operations clients send, for `pnpm schema:check --usage`: names and shapes without values, and counts. Each
 * minute, what came since the last time is appended to the file, one JSON document a line; several gateways may share one.
 */
export const recordOperations = (path: string, logger: Logger): OperationUsage => {
  let seen = new Map<string, RecordedOperation>();
  let writing = Promise.resolve();
  const write = (): Promise<void> => {
    const lines = [...seen.values()].map((operation) => `${JSON.stringify(operation)}\n`);
    seen = new Map();
    if (lines.length > 0)
      writing = writing
        .then(() => appendFile(path, lines.join('')))
        .catch((error: unknown) => logger.error({ err: error }, 'the recorded operations could not be written'));
    return writing;
  };
  const timer = setInterval(() => void write(), intervalMs).unref();
  return {
    plugin: recorder((operation) => addTo(seen, operation)),
    stop: () => {
      clearInterval(timer);
      return write();
    },
  };
};

const recorder = (record: (operation: RecordedOperation) => void): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue: { edge }, document, operation, operationName }) {
        const body = operation && normaliseOperation(document, operationName ?? undefined);
        if (!body) return;
        const now = new Date().toISOString();
        record({
          clientName: edge.client.name,
          clientVersion: edge.client.version,
          operationName: operationName ?? '',
          type: operation.operation,
          body,
          count: 1,
          firstSeen: now,
          lastSeen: now,
        });
      },
    };
  },
});

const addTo = (seen: Map<string, RecordedOperation>, operation: RecordedOperation): void => {
  const key = JSON.stringify([operation.clientName, operation.clientVersion, operation.body]);
  const known = seen.get(key);
  if (known) seen.set(key, { ...known, count: known.count + 1, lastSeen: operation.lastSeen });
  else if (seen.size < maxOperations) seen.set(key, operation);
};
