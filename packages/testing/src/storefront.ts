import { Agent, request } from 'undici';
import type { GraphAnswer } from './viewer-keys.ts';

/** Who a request comes from: a signed-in user's access token, a guest's token, or nobody. */
export type Caller = { accessToken?: string; guestToken?: string };

/** A client that has nothing but the gateway's public address. */
export type Storefront = {
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what comes back, and may say so
  ask: <Data = any>(query: string, variables?: Record<string, unknown>, caller?: Caller) => Promise<GraphAnswer<Data>>;
  /** The raw request, for bodies and headers no well-behaved client sends. */
  send: (
    body: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Record<string, unknown>; text: string }>;
};

/** Speaks GraphQL over HTTP to the gateway; connections are kept, as a storefront's server keeps them. It sends its `own` headers each time. */
export const createStorefront = (url: string, own: Readonly<Record<string, string>> = {}): Storefront => {
  const agent = new Agent({ connections: 256, headersTimeout: 120_000, bodyTimeout: 120_000 });
  const send: Storefront['send'] = async (body, headers = {}) => {
    const answer = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...own, ...headers },
      body,
      dispatcher: agent,
    });
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  };
  return {
    send,
    ask: async <Data>(query: string, variables: Record<string, unknown> = {}, caller: Caller = {}) => {
      const answer = await send(JSON.stringify({ query, variables }), {
        ...(caller.accessToken && { authorization: `Bearer ${caller.accessToken}` }),
        ...(caller.guestToken && { 'x-cartograph-guest': caller.guestToken }),
      });
      return JSON.parse(answer.text) as GraphAnswer<Data>;
    },
  };
};
