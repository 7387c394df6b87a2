import { escaped } from '../pages/escaped.ts';
import type { PlacedSpan, TraceDescription } from './describe-trace.ts';
import { colourOf, durationText, pageFrame } from './page-frame.ts';
import type { SeenSpan } from './seen-span.ts';

/** One trace as a waterfall: a table whose last column shows when each span was. */
export const tracePage = (trace: TraceDescription): string => {
  const { operation, services, spans, leftOut } = trace;
  return pageFrame(
    `${operation} - trace`,
    `<p><a href="/">All traces</a></p><h1>${escaped(operation)}</h1>
<p>${new Date(trace.startMs).toISOString()}, answered in ${durationText(trace.answeredInMs)}, all in all
${durationText(trace.durationMs)}, ${spans.length} spans${leftOut > 0 ? ` (${leftOut} more found no room)` : ''},
${trace.isFailed ? '<span class="failed">with failures</span>' : 'no failures'}. Trace <code>${trace.traceId}</code></p>
<ul class="legend" aria-label="Processes">${services.map((name) => `<li>${process(name, services)}</li>`).join('')}</ul>
<div class="wide" role="region" aria-label="Waterfall" tabindex="0"><table>
<caption>Each span below the one it is part of; open one for its attributes</caption>
<thead><tr><th scope="col">Span</th><th scope="col">Process</th><th scope="col" class="number">Begins at</th>
<th scope="col" class="number">Takes</th><th scope="col">When</th></tr></thead>
<tbody>${spans.map((placed) => rowOf(placed, trace)).join('\n')}</tbody></table></div>`,
  );
};

/** For a trace that was never here, or has made room for newer ones. */
export const missingPage: string = pageFrame(
  'No such trace',
  '<h1>No such trace</h1><p>It is not here, or not any more: only the last ones are kept. <a href="/">All traces</a></p>',
);

const rowOf = ({ span, depth, afterMs }: PlacedSpan, { services, durationMs }: TraceDescription): string => {
  const whole = Math.max(durationMs, 0.001);
  const left = (100 * afterMs) / whole;
  const width = Math.min(100 - left, (100 * span.durationMs) / whole);
  return `<tr><th scope="row" style="padding-left:${Math.min(depth, 24) * 1.1}rem">${details(span)}</th>
<td class="process">${process(span.service, services)}</td>
<td class="number">${Math.round(afterMs)} ms</td><td class="number">${durationText(span.durationMs)}</td>
<td class="bar"><div aria-hidden="true"><span class="${colourOf(span.service, services)}" style="left:${left.toFixed(2)}%;width:${width.toFixed(2)}%"></span></div></td></tr>`;
};

const process = (service: string, services: readonly string[]): string =>
  `<span class="chip ${colourOf(service, services)}" aria-hidden="true"></span>${escaped(service)}`;

const details = (span: SeenSpan): string => {
  const failure = span.isFailed
    ? ` <span class="failed">${escaped(span.attributes['error.type'] ?? 'failed')}</span>`
    : '';
  const known = Object.entries({ kind: span.kind, span: span.spanId, ...span.attributes });
  const attributes = known.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  const links = span.links.map(
    ({ traceId }) => `<dt>link</dt><dd><a href="/traces/${traceId}"><code>${traceId}</code></a></dd>`,
  );
  return `<details><summary>${escaped(span.name)}${failure}</summary><dl>${[...attributes, ...links].join('')}</dl></details>`;
};
