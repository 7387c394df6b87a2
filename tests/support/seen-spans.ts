import type { Supergraph } from '@cartograph/testing';
import { until } from './until.ts';

export type SeenSpan = {
  traceId: string;
  spanId: string;
  parentId: string | null;
  name: string;
  kind: string;
  service: string;
  startMs: number;
  durationMs: number;
  isFailed: boolean;
  attributes: Record<string, string>;
  links: { traceId: string; spanId: string }[];
};

/** What the page of the last traces holds; of one trace when given. */
export const seenSpans = async ({ stack }: Supergraph, traceId?: string): Promise<SeenSpan[]> => {
  const response = await fetch(`${stack.tracesUrl}/spans${traceId === undefined ? '' : `?trace=${traceId}`}`);
  return (await response.json()) as SeenSpan[];
};

/** The whole trace in which something was done to an order, once one of its spans has come in. */
export const traceOfOrder = async (
  supergraph: Supergraph,
  { orderId, begins, ends }: { orderId: string | null; begins: string; ends: string },
): Promise<SeenSpan[]> => {
  const isOf = (name: string) => (span: SeenSpan) =>
    span.name === name && span.attributes['cartograph.aggregate.id'] === orderId;
  const first = await until(`the span "${begins}"`, async () => (await seenSpans(supergraph)).find(isOf(begins)));
  return until(`the span "${ends}" in the same trace, and all its parents`, async () => {
    const spans = await seenSpans(supergraph, first.traceId);
    return spans.some(({ name }) => name === ends) && orphansIn(spans).length <= 1 && spans;
  });
};

/** The spans whose parent is not among them: one, of a trace that is whole. */
export const orphansIn = (spans: readonly SeenSpan[]): SeenSpan[] => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans.filter(({ parentId }) => parentId === null || !ids.has(parentId));
};
