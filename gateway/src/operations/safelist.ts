import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@cartograph/telemetry';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { httpExtension } from '../http-extension.ts';
import type { AskedOperation } from './asked-operation.ts';
import type { ClientIdentity } from './client-identity.ts';
import type { OperationList } from './operation-list.ts';

/** The codes of Apollo's router, which its clients know. */
export const notListedCodes = { id: 'PERSISTED_QUERY_NOT_IN_LIST', text: 'QUERY_NOT_IN_SAFELIST' } as const;

export type Safelist = {
  /** Looks at a request before it is parsed. Throws a GraphQLError for what may not be sent. */
  admit: (asked: AskedOperation, client: ClientIdentity) => void;
  /** Looks once more at what is about to be executed, whichever way it came. */
  plugin: ApolloServerPlugin<GatewayContext>;
};

/**
 * Which operations are let in: `off`, any; `report`, any, and the log names each that no client has published; `enforce`,
 * only published ones, by id or by text.
 */
export const createSafelist = (
  list: OperationList,
  { mode, logger }: { mode: GatewayConfig['SAFELIST_MODE']; logger: Logger },
): Safelist => {
  const report = createReport(logger);
  const admit: Safelist['admit'] = ({ text, id }, client) => {
    if (mode === 'off') return;
    if (text !== undefined && !list.lists(text)) {
      if (mode === 'enforce') throw notListed('text');
      report(text, client);
    }
    if (text === undefined && id !== undefined && list.bodyOf(id) === undefined && mode === 'enforce')
      throw notListed('id');
  };
  const plugin: Safelist['plugin'] = {
    async requestDidStart() {
      return {
        async didResolveOperation({ source, contextValue }) {
          if (mode === 'enforce' && !contextValue.isOwn && !list.lists(source)) throw notListed('text');
        },
      };
    },
  };
  return { admit, plugin };
};

const notListed = (what: keyof typeof notListedCodes): GraphQLError =>
  new GraphQLError(
    what === 'id'
      ? 'No published operation has this id. Publish the manifest of this version of the client first.'
      : 'This operation is not published. Add it to the manifest of the client, and publish that first.',
    { extensions: { code: notListedCodes[what], ...httpExtension(400, {}) } },
  );

/** Once for each operation, and never its text: that may hold values. */
const createReport = (logger: Logger) => {
  const known = new LRUCache<string, true>({ max: 10_000 });
  return (text: string, client: ClientIdentity): void => {
    const id = createHash('sha256').update(text).digest('hex');
    if (known.has(id)) return;
    known.set(id, true);
    const operation = /\b(?:query|mutation|subscription)\s+(\w{1,100})/.exec(text)?.[1] ?? null;
    logger.warn({ operation, id, client }, 'an operation is in no manifest: enforcing the safelist would refuse it');
  };
};
