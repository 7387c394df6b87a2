import { errorTypeOf, inSpan, record, traceparentOf } from '@cartograph/telemetry';

type Fetch = { readonly subgraph: string; readonly isMutation: boolean };

/** Sends one request to a subgraph in a span, whose traceparent the subgraph is to be told, and notes how long it took. */
export const inFetchSpan = async <Answer extends { readonly status: number }>(
  { subgraph, isMutation }: Fetch,
  send: (traceparent: string | undefined) => Promise<Answer>,
): Promise<Answer> => {
  const about = { 'http.request.method': 'POST', 'cartograph.subgraph': subgraph };
  const attributes = { ...about, 'graphql.operation.type': isMutation ? 'mutation' : 'query' };
  const startedAtMs = performance.now();
  const note = (ending: Record<string, string | number>) =>
    record('http.client.request.duration', (performance.now() - startedAtMs) / 1_000, { ...about, ...ending });
  try {
    const answer = await inSpan(`POST ${subgraph}`, { kind: 'client', attributes }, async (span) => {
      const received = await send(span && traceparentOf(span));
      span?.setAttribute('http.response.status_code', received.status);
      return received;
    });
    note({ 'http.response.status_code': answer.status });
    return answer;
  } catch (error) {
    note({ 'error.type': errorTypeOf(error) });
    throw error;
  }
};
