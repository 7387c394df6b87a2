import { Agent, request } from 'undici';
import type { GraphAnswer } from './viewer-keys.ts';

/** Who a request comes from: a signed-in user's access token, a guest's token, or nobody; and where they sit. */
export type Caller = {
  accessToken?: string;
  guestToken?: string;
  /** The network address that a proxy before the gateway saw. The gateway believes it as far as TRUSTED_PROXY_HOPS says. */
  address?: string;
  /** What the device calls itself. */
  userAgent?: string;
};

/** One request as it was sent, and what came back. */
export type Exchange = { readonly body: string; readonly headers: Record<string, string>; readonly answer: string };

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

/**
 * Speaks GraphQL over HTTP to the gateway; connections are kept, as a storefront's server keeps them. It sends its `own`
 * headers each time; `heard` is told of all that is asked and answered.
 */
export const createStorefront = (
  url: string,
  own: Readonly<Record<string, string>> = {},
  heard: (exchange: Exchange) => void = () => undefined,
): Storefront => {
  const agent = new Agent({ connections: 256, headersTimeout: 120_000, bodyTimeout: 120_000 });
  const send: Storefront['send'] = async (body, headers = {}) => {
    const answer = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...own, ...headers },
      body,
      dispatcher: agent,
    });
    const text = await answer.body.text();
    heard({ body, headers, answer: text });
    return { status: answer.statusCode, headers: answer.headers, text };
  };
  return {
    send,
    ask: async <Data>(query: string, variables: Record<string, unknown> = {}, caller: Caller = {}) => {
      const answer = await send(JSON.stringify({ query, variables }), {
        ...(caller.accessToken && { authorization: `Bearer ${caller.accessToken}` }),
        ...(caller.guestToken && { 'x-cartograph-guest': caller.guestToken }),
        ...(caller.address && { 'x-forwarded-for': caller.address }),
        ...(caller.userAgent && { 'user-agent': caller.userAgent }),
      });
      return JSON.parse(answer.text) as GraphAnswer<Data>;
    },
  };
};
