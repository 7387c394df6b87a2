import { activeSpan, failSpan, inChildSpan } from '@cartograph/telemetry';
import { Pool } from 'undici';

export type ProviderConfig = {
  readonly PAYMENT_PROVIDER_URL: string;
  readonly PAYMENT_PROVIDER_API_KEY: string;
  readonly PROVIDER_TIMEOUT_MS: number;
};

/** An answer came, whatever it says; or none did, and nobody knows what was done. */
export type ProviderAnswer = { readonly statusCode: number; readonly body: unknown } | { readonly lost: string };

export type ProviderRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly idempotencyKey?: string;
  readonly body?: Readonly<Record<string, string>>;
};

const connectTimeoutMs = 1_000;
const connections = 16;

/**
 * A client of the provider's API: connects within 1 s and waits PROVIDER_TIMEOUT_MS for a whole answer. Never throws for
 * what the network does. It repeats nothing by itself: repeating is the worker's, which knows what it costs.
 */
export const createProviderClient = (config: ProviderConfig) => {
  const pool = new Pool(config.PAYMENT_PROVIDER_URL, {
    connections,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: config.PROVIDER_TIMEOUT_MS,
    bodyTimeout: config.PROVIDER_TIMEOUT_MS,
  });
  const send = async ({ method, path, idempotencyKey, body }: ProviderRequest): Promise<ProviderAnswer> => {
    try {
      const response = await pool.request({
        method,
        path,
        headers: {
          authorization: `Bearer ${config.PAYMENT_PROVIDER_API_KEY}`,
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(config.PROVIDER_TIMEOUT_MS),
      });
      activeSpan()?.setAttribute('http.response.status_code', response.statusCode);
      return { statusCode: response.statusCode, body: await response.body.json() };
    } catch (error) {
      failSpan(activeSpan(), 'lost');
      return { lost: error instanceof Error ? `${error.name}: ${error.message}` : 'the connection was lost' };
    }
  };
  // Without our trace's id: it is nothing to the provider, and its path names things of the buyer's.
  const ask = (request: ProviderRequest): Promise<ProviderAnswer> => {
    const attributes = {
      'http.request.method': request.method,
      'server.address': new URL(config.PAYMENT_PROVIDER_URL).hostname,
    };
    return inChildSpan(`${request.method} payment provider`, { kind: 'client', attributes }, () => send(request));
  };
  return { ask, close: () => pool.close() };
};

export type AskProvider = ReturnType<typeof createProviderClient>['ask'];
