/** A span as it was told by a process. */
export type SeenSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** The process. */
  readonly service: string;
  /** Since 1970. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly isFailed: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** Spans of other traces that it has to do with. */
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
};
