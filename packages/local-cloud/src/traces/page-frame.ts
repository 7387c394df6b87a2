import { escaped } from '../pages/escaped.ts';

const style = `:root{color-scheme:light dark;--line:#8886}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:80rem}
h1{font-size:1.5rem;margin:0}a{color:LinkText}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid Highlight;outline-offset:2px}
.wide{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.25rem 0;opacity:.8}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:600;white-space:nowrap}.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.failed{font-weight:600}.failed::before{content:"\\26a0\\fe0e\\a0"}
.chip{display:inline-block;width:.8em;height:.8em;border-radius:.2em;margin-right:.4em}
.process{white-space:nowrap}ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:.5rem 0}
.bar{width:40%;min-width:14rem;padding-right:0}.bar div{position:relative;height:1.1em;margin-top:.2em;background:#8882;border-radius:.2em}
.bar span{position:absolute;top:0;bottom:0;border-radius:.2em;min-width:2px}
dl{display:grid;grid-template-columns:auto 1fr;gap:0 1rem;margin:.25rem 0 .5rem 1rem;font-size:.875rem}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}code{font:.9em ui-monospace,monospace}
summary{cursor:pointer}
.p0{background:#2563eb}.p1{background:#d97706}.p2{background:#059669}.p3{background:#9333ea}
.p4{background:#dc2626}.p5{background:#0891b2}.p6{background:#65a30d}.p7{background:#db2777}`;

/** A page around its content, which is HTML already. */
export const pageFrame = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body><main>${content}</main></body></html>`;

/** The class of a process's colour: the same wherever these processes are shown together. */
export const colourOf = (service: string, services: readonly string[]): string => {
  const fixed = ['gateway', 'product', 'order', 'user', 'payment'].indexOf(service);
  return `p${fixed >= 0 ? fixed : 5 + (services.indexOf(service) % 3)}`;
};

/** As a person reads it: three figures, in the unit that fits. */
export const durationText = (ms: number): string => {
  if (ms >= 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`;
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
};
