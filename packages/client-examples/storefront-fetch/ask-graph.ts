import type { TypedDocumentString } from './generated/graphql.ts';

type Options = {
  url: string;
  fetch: typeof globalThis.fetch;
  clientName: string;
  clientVersion: string;
  headers: () => Record<string, string>;
};

type Answer<Result> = { data?: Result | null; errors?: { message: string }[] };

/** The graph answered with errors. */
export class GraphFailed extends Error {
  override readonly name = 'GraphFailed';
}

/** Sends operations by their ids: queries by GET, so that caches between here and the graph may answer; mutations by POST. */
export const askGraph = (options: Options) => {
  const send = async <Result>(url: string, init: RequestInit): Promise<Result> => {
    const headers = {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      'apollographql-client-name': options.clientName,
      'apollographql-client-version': options.clientVersion,
      ...options.headers(),
    };
    const response = await options.fetch(url, { ...init, headers });
    const { data, errors } = (await response.json()) as Answer<Result>;
    if (errors || !data)
      throw new GraphFailed(errors?.map(({ message }) => message).join(' ') ?? `HTTP ${response.status}`);
    return data;
  };
  return {
    query: <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) => {
      const query = new URLSearchParams({
        variables: JSON.stringify(variables),
        extensions: JSON.stringify(persistedQuery(document)),
      });
      return send<Result>(`${options.url}?${query}`, { method: 'GET' });
    },
    mutate: <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) =>
      send<Result>(options.url, {
        method: 'POST',
        body: JSON.stringify({ variables, extensions: persistedQuery(document) }),
      }),
  };
};

const persistedQuery = <Result, Variables>(document: TypedDocumentString<Result, Variables>) => ({
  persistedQuery: { version: 1, sha256Hash: String(document.__meta__?.['hash']) },
});
