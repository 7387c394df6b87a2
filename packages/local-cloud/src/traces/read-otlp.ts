import { z } from 'zod';
import type { SeenSpan } from './seen-span.ts';

/** Cut to what a page can show: whoever sends more must not fill our memory. */
const cut = (length: number) => z.string().transform((text) => text.slice(0, length));
const hex = (length: number) => z.string().regex(new RegExp(`^[\\da-f]{${length}}$`));
const nanoseconds = z.union([z.string().regex(/^\d{1,20}$/), z.number()]).transform(BigInt);

const value = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
});
const scalarText = ({ stringValue, intValue, doubleValue, boolValue }: z.output<typeof value>): string =>
  String(stringValue ?? intValue ?? doubleValue ?? boolValue ?? '');

const attribute = z.object({
  key: cut(200),
  value: value.extend({ arrayValue: z.object({ values: z.array(value).max(64) }).optional() }),
});
type Attribute = z.output<typeof attribute>;

const span = z.object({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: hex(16).or(z.literal('')).optional(),
  name: cut(200),
  kind: z.number().int().optional(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes: z.array(attribute).max(128).default([]),
  links: z
    .array(z.object({ traceId: hex(32), spanId: hex(16) }))
    .max(512)
    .default([]),
  status: z.object({ code: z.number().int().optional() }).optional(),
});

const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute).default([]) }).optional(),
      scopeSpans: z.array(z.object({ spans: z.array(span).default([]) })).default([]),
    }),
  ),
});

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const failedStatus = 2;

/** Reads a request of OTLP over HTTP in JSON (opentelemetry-proto, ExportTraceServiceRequest). Throws for what is none. */
export const readOtlp = (body: string): SeenSpan[] =>
  request.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = textsOf(resource?.attributes ?? [])['service.name'] ?? 'unknown';
    return scopeSpans.flatMap(({ spans }) => spans.map((one) => seenSpan(one, service)));
  });

const seenSpan = (sent: z.output<typeof span>, service: string): SeenSpan => ({
  traceId: sent.traceId,
  spanId: sent.spanId,
  parentId: sent.parentSpanId || null,
  name: sent.name,
  kind: kinds[sent.kind ?? 0] ?? 'internal',
  service,
  startMs: millisecondsOf(sent.startTimeUnixNano),
  durationMs: Math.max(0, millisecondsOf(sent.endTimeUnixNano) - millisecondsOf(sent.startTimeUnixNano)),
  isFailed: sent.status?.code === failedStatus,
  attributes: textsOf(sent.attributes),
  links: sent.links,
});

/** To the microsecond: a number has no room for the nanoseconds since 1970. */
const millisecondsOf = (time: bigint): number => Number(time / 1_000n) / 1_000;

const textsOf = (attributes: readonly Attribute[]): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value: { arrayValue, ...scalar } }) => [key, textOf(scalar, arrayValue)]));

const longestText = 2_048;

const textOf = (scalar: z.output<typeof value>, list: { values: z.output<typeof value>[] } | undefined): string =>
  (list ? list.values.map(scalarText).join(', ') : scalarText(scalar)).slice(0, longestText);
