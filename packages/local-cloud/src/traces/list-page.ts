import { escaped } from '../pages/escaped.ts';
import type { TraceDescription } from './describe-trace.ts';
import { durationText, pageFrame } from './page-frame.ts';

const none = `<p>There is none yet. Ask the graph something (the explorer's address stands where <code>start</code> printed
this one), wait a second, and <a href="/">look again</a>.</p>`;

/** The last traces, the newest first. */
export const listPage = (traces: readonly TraceDescription[]): string =>
  pageFrame(
    'Traces',
    `<h1>Traces</h1>
<p>What the platform on this machine did last: each request, through every process, its statements and the events that
followed. They are kept in memory alone. <a href="/">Look again</a></p>
${traces.length === 0 ? none : tableOf(traces)}`,
  );

const tableOf = (
  traces: readonly TraceDescription[],
): string => `<div class="wide" role="region" aria-label="The last traces" tabindex="0">
<table><caption>The last ${traces.length}, the newest first</caption>
<thead><tr><th scope="col">Operation</th><th scope="col">Began</th><th scope="col" class="number">Answered in</th>
<th scope="col" class="number">All in all</th><th scope="col">Status</th><th scope="col" class="number">Spans</th>
<th scope="col">Processes</th></tr></thead>
<tbody>${traces.map(rowOf).join('\n')}</tbody></table></div>`;

const rowOf = (trace: TraceDescription): string => `<tr>
<th scope="row"><a href="/traces/${trace.traceId}">${escaped(trace.operation)}</a></th>
<td><time datetime="${new Date(trace.startMs).toISOString()}">${new Date(trace.startMs).toISOString().slice(11, 23)}</time></td>
<td class="number">${durationText(trace.answeredInMs)}</td><td class="number">${durationText(trace.durationMs)}</td>
<td>${trace.isFailed ? '<span class="failed">failed</span>' : 'ok'}</td>
<td class="number">${trace.spans.length}</td><td>${escaped(trace.services.join(', '))}</td></tr>`;
