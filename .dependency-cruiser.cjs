// The never-arrows of ARCHITECTURE.md between files. Arrows between packages are turbo's (`turbo boundaries`).
// It brings its own TypeScript 6 (packageExtensions in pnpm-workspace.yaml): TypeScript 7 has no JavaScript API, and
// without one dependency-cruiser reads no module and finds no fault.

const domain = '^subgraphs/[^/]+/src/domain/';
const useCases = '^subgraphs/[^/]+/src/use-cases/';
const graphql = '^subgraphs/[^/]+/src/graphql/';
const reactions = '^subgraphs/[^/]+/src/reactions/';
const persistence = '^subgraphs/[^/]+/src/persistence/';
const generatedPrisma = '^subgraphs/[^/]+/src/persistence/generated/';
const wire = '^subgraphs/[^/]+/src/wire\\.ts$';
const test = '(\\.(unit|int|e2e)\\.test\\.ts$|/test/|/testing/|^tests/|^benchmarks/)';
const production =
  '^(gateway|subgraphs/[^/]+|services/[^/]+|packages/(?!testing/|local-cloud/|local-stack/)[^/]+)/src/';

/** An npm package as dependency-cruiser names it, whether pnpm resolved it or not. */
const npm = (names) => `(^|node_modules/)(${names})(/|$)`;
const inputOutput = npm(
  '@prisma/[^/]+|@apollo/[^/]+|@aws-sdk/[^/]+|@as-integrations/[^/]+|pg|fastify|undici|sqs-consumer|graphql|graphql-shield|pino|dataloader',
);
const inputOutputPackages = '^packages/(outbox|subgraph-server|telemetry|local-cloud|local-stack|testing|migrations)/';
const nodeInputOutput = '^(node:)?(fs|net|http|https|http2|child_process|dns|dgram|tls|worker_threads|timers)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain knows no Prisma, GraphQL, HTTP, clock or file: hand it what it needs as an argument.',
      severity: 'error',
      from: { path: domain, pathNot: test },
      to: { path: [inputOutput, inputOutputPackages, nodeInputOutput, persistence, graphql, reactions, useCases] },
    },
    {
      name: 'use-cases-know-ports-only',
      comment: 'A use case knows the domain and ports: declare an interface and let wire.ts pass what fulfils it.',
      severity: 'error',
      from: { path: useCases, pathNot: test },
      to: {
        path: [
          graphql,
          reactions,
          generatedPrisma,
          npm('@apollo/[^/]+|@aws-sdk/[^/]+|@prisma/[^/]+|graphql|graphql-shield'),
        ],
      },
    },
    {
      name: 'use-cases-do-not-reach-persistence',
      comment: 'A use case is given its repositories by wire.ts; a type of persistence/ may be named, a value may not.',
      severity: 'error',
      from: { path: useCases, pathNot: test },
      to: { path: persistence, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'graphql-does-not-reach-persistence',
      comment: 'A resolver parses, calls a use case or a loader from the context, and maps.',
      severity: 'error',
      from: { path: graphql, pathNot: test },
      to: { path: persistence },
    },
    {
      name: 'reactions-only-translate',
      comment: 'A reaction turns an event into a command of a use case, nothing else.',
      severity: 'error',
      from: { path: reactions, pathNot: test },
      to: { path: [persistence, graphql] },
    },
    {
      name: 'persistence-stays-below',
      comment: 'Repositories map rows to the domain: they know nothing of those who call them.',
      severity: 'error',
      from: { path: persistence, pathNot: test },
      to: { path: [graphql, reactions] },
    },
    {
      name: 'prisma-only-in-persistence',
      comment: "A subgraph's generated Prisma client is persistence/'s and wire.ts' alone.",
      severity: 'error',
      from: { path: '^(gateway|subgraphs|packages|services|tools)/', pathNot: [persistence, wire, test] },
      to: { path: generatedPrisma },
    },
    {
      name: 'events-leave-through-the-outbox',
      comment:
        'Only the relay of packages/outbox publishes: an event sent past it is lost with a crash or sent without its change.',
      severity: 'error',
      from: {
        pathNot: [
          '^packages/outbox/',
          '^tools/events/',
          '^packages/local-cloud/.*\\.test\\.ts$',
          '^packages/local-cloud/test/',
        ],
      },
      to: { path: npm('@aws-sdk/client-eventbridge') },
    },
    {
      name: 'production-without-test-parts',
      comment: 'What runs in production imports neither packages/testing nor the embedded default.',
      severity: 'error',
      from: { path: production, pathNot: test },
      to: { path: '^packages/(testing|local-cloud|local-stack)/' },
    },
    {
      name: 'no-subgraph-reaches-another',
      comment: 'Subgraphs meet in the graph and by events, never in code.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'gateway-reaches-no-subgraph',
      comment: 'The gateway knows the supergraph, not what is behind it.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: ['^subgraphs/', '^prisma/', npm('@prisma/[^/]+')] },
    },
    {
      name: 'packages-by-the-front-door',
      comment: "Import @cartograph/<name>, never a file inside another package's src.",
      severity: 'error',
      from: { path: '^(packages|services|subgraphs|tools)/([^/]+)/|^(gateway|tests|benchmarks|scripts)/' },
      to: {
        path: '^packages/[^/]+/src/(?!index\\.ts$)',
        pathNot: '^$1/$2/',
      },
    },
    {
      name: 'no-barrels-inside',
      comment:
        "An index.ts is a package's front door or a reactions table; inside, import the file that has the thing.",
      severity: 'error',
      from: {},
      to: {
        path: '/index\\.ts$',
        pathNot: ['^packages/[^/]+/src/index\\.ts$', '/src/reactions/index\\.ts$', 'node_modules', '/generated/'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true, viaOnly: { pathNot: '/generated/' } },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere: a typing error, or a dependency that package.json does not declare.',
      severity: 'error',
      from: {},
      // aws-lambda is a name for types alone: @types/aws-lambda has them, and nothing of it runs.
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
    {
      name: 'no-tests-in-production',
      comment: 'A test is not imported.',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/generated/'] },
    // infra/ is a workspace of its own, judged by `pnpm infra:check`; that nobody reaches into it is turbo's.
    exclude: { path: ['^\\.cartograph/', '^dist/', '^docs/', '^infra/'] },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
