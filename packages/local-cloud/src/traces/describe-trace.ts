import type { SeenSpan } from './seen-span.ts';
import type { SeenTrace } from './trace-store.ts';

/** A span in its place: how deep it stands below the first, and when it begins, counted from the trace's beginning. */
export type PlacedSpan = { readonly span: SeenSpan; readonly depth: number; readonly afterMs: number };

export type TraceDescription = {
  readonly traceId: string;
  /** What it was: the operation of its first span, as far as that has come in. */
  readonly operation: string;
  readonly startMs: number;
  /** From the first beginning to the last end, reactions of other processes included. */
  readonly durationMs: number;
  /** How long who asked waited: the first span alone. */
  readonly answeredInMs: number;
  readonly isFailed: boolean;
  readonly services: readonly string[];
  /** Parents before their children, and these by when they begin. */
  readonly spans: readonly PlacedSpan[];
  readonly leftOut: number;
};

/** A trace as a person reads it. A span whose parent is not there (yet) stands at the top. */
export const describeTrace = ({ traceId, spans, leftOut }: SeenTrace): TraceDescription => {
  const startMs = Math.min(...spans.map((span) => span.startMs));
  const endMs = Math.max(...spans.map((span) => span.startMs + span.durationMs));
  const placed = placeSpans(spans, startMs);
  const first = placed[0]?.span;
  return {
    traceId,
    operation: first ? operationOf(first, spans) : '',
    startMs,
    durationMs: endMs - startMs,
    answeredInMs: first?.durationMs ?? 0,
    isFailed: spans.some((span) => span.isFailed),
    services: [...new Set(placed.map(({ span }) => span.service))],
    spans: placed,
    leftOut,
  };
};

const operationOf = ({ name, attributes }: SeenSpan, spans: readonly SeenSpan[]): string => {
  const type = attributes['graphql.operation.type'];
  return type === undefined ? name : `${type} ${attributes['graphql.operation.name'] ?? firstFieldOf(spans)}`;
};

/** What an operation without a name is best known by. */
const firstFieldOf = (spans: readonly SeenSpan[]): string =>
  spans.map(({ name }) => /^(?:Query|Mutation)\.([a-zA-Z]\w*)$/.exec(name)?.[1]).find(Boolean) ?? '(unnamed)';

const placeSpans = (spans: readonly SeenSpan[], startMs: number): PlacedSpan[] => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const children = Map.groupBy([...spans].sort(byStart), ({ parentId, spanId }) =>
    parentId !== null && parentId !== spanId && ids.has(parentId) ? parentId : null,
  );
  const placed: PlacedSpan[] = [];
  const waiting = (children.get(null) ?? []).map((span) => ({ span, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { span, depth } = next;
    placed.push({ span, depth, afterMs: span.startMs - startMs });
    const below = (children.get(span.spanId) ?? []).map((child) => ({ span: child, depth: depth + 1 }));
    waiting.push(...below.reverse());
  }
  return placed;
};

const byStart = (a: SeenSpan, b: SeenSpan): number => a.startMs - b.startMs;
