import type { FetchFunction, GraphQLResponse } from 'relay-runtime';
import type { ShopPageOptions } from '../shop-page/shop-page.ts';

/** Relay's network: sends the ids that its compiler made in place of texts, the queries by GET. */
export const fetchById =
  (
    { url, fetch, clientVersion }: Pick<ShopPageOptions, 'url' | 'fetch' | 'clientVersion'>,
    guest: () => Record<string, string>,
  ): FetchFunction =>
  async (request, variables) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: request.id } };
    const headers = {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      'apollographql-client-name': 'storefront-relay',
      'apollographql-client-version': clientVersion,
      ...guest(),
    };
    const asked =
      request.operationKind === 'query'
        ? fetch(`${url}?${queryOf({ variables, extensions })}`, { headers })
        : fetch(url, { method: 'POST', headers, body: JSON.stringify({ variables, extensions }) });
    return (await (await asked).json()) as GraphQLResponse;
  };

const queryOf = (parts: Record<string, object>): URLSearchParams =>
  new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)]));
