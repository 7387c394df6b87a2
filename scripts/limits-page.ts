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

## How cost is counted

Before an operation is planned: an object is 1, a leaf and an argument are nothing; a list counts what is in it 10 times, a page by
\`first\` or \`last\`, 24 times without them. Where that is wrong, a subgraph's schema says so by the directives of
[the cost specification](https://ibm.github.io/graphql-specs/cost-spec.html), which the gateway reads from the supergraph and no client
sees:

- \`@cost(weight:)\` on a field, an object type, an enum or a scalar is what one of it weighs, on an argument or an input field what
  giving it adds. What is said of a field goes before what is said of its type. An interface weighs as the heaviest type that
  implements it.
- \`@listSize\` tells how many a field answers: \`slicingArguments\` (also within an input: \`page.size\`) or \`assumedSize\`, for itself or
  for its \`sizedFields\`. A size that comes by a variable of which nothing is known is the largest. Other than in the specification,
  a slicing argument must be given only where \`requireOneSlicingArgument: true\` is written.

- What is asked for by \`ids\` counts once for each of them.

After the answer is written, what is in it is counted by the same weights; it is never more, as no list is longer than it is said to
be: \`list-lengths.unit.test.ts\` of each subgraph compares every list of objects with what its domain allows. A list that may be
long takes \`first\` (and \`after\`, the id of the last one that is known) or \`last\` ([ADR 24](decisions/0024-long-lists-are-sliced.md)).
Both are in the line of the log (\`cost\`) and in the metric \`cartograph.graphql.operation.cost\`: where they lie far
apart, a schema says too little of its sizes.
`;

/** docs/limits.md as the table has it. */
export const limitsPage = (): GeneratedFile => ({ path: 'docs/limits.md', content: page(), cure: 'pnpm generate' });
