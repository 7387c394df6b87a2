import { type Limit, limitTable } from '@cartograph/graph-limits';
import type { GeneratedFile } from './generated-file.ts';

const row = ({ variable, byDefault, unit, code, status, counts, guards }: Limit): string =>
  `| \`${variable}\` | ${byDefault} ${unit} | ${counts} | ${guards} | ${status === 0 ? code : `\`${code}\` (${status})`} |`;

const page = (): string =>
  `<!-- Made from packages/graph-limits/src/limit-table.ts by \`pnpm generate\`. -->

# The limits of the gateway

All of them are on. Each is set by an environment variable of the gateway; there is no value that turns one off. What does not
keep one is refused with the limit's own code, before a subgraph is asked, and counted in the metric
\`cartograph.gateway.refusals\`.

| Variable | By default | What is counted | What it guards against | Code (HTTP status) |
| --- | --- | --- | --- | --- |
${Object.values<Limit>(limitTable).map(row).join('\n')}

What is always so: several operations in one request are refused, a GET never changes anything, a GET needs a header that no
page can send unasked (CSRF), compressed bodies are not unpacked (415), other origins are let in by \`CORS_ORIGINS\` alone, and a
page holds 100 entries at most. Introspection and suggestions of field names are off in production.
`;

/** docs/limits.md as the table has it. */
export const limitsPage = (): GeneratedFile => ({ path: 'docs/limits.md', content: page(), cure: 'pnpm generate' });
