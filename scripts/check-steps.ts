/** One thing that CI proves. */
export interface CheckStep {
  name: string;
  /** What holds when the step passes, for `--list`. */
  proves: string;
  command: [program: string, ...args: string[]];
  /** What to do when it fails, in one sentence. */
  cure: string;
  /** Whether to show its output as it comes; otherwise it is shown only when it fails. */
  isLong?: boolean;
}

/** Everything CI does, cheapest first. */
export const checkSteps: CheckStep[] = [
  {
    name: 'clients',
    proves: 'the Prisma clients fit their schemas (they are not committed, so this makes them)',
    command: ['node', 'scripts/generate.ts', '--prisma-only'],
    cure: 'Correct prisma/<name>/schema.prisma at the line it names.',
  },
  {
    name: 'boundaries',
    proves: 'no package imports one that it may not know, or that its package.json does not name',
    command: ['turbo', 'boundaries'],
    cure: 'Remove the import, or declare the dependency in package.json; the permitted arrows are in turbo.json and ARCHITECTURE.md.',
  },
  {
    name: 'sizes',
    proves: 'files stay within their budgets',
    command: ['node', 'scripts/check-sizes.ts'],
    cure: 'Split the file along its meaning, not its length.',
  },
  {
    name: 'names',
    proves: 'no file or export is named by a word that says nothing (Service, Manager, Helper ...)',
    command: ['node', 'scripts/check-names.ts'],
    cure: 'Name it for what it is or does: a verb for a function, a noun of the domain for the rest.',
  },
  {
    name: 'style',
    proves: 'format, imports and lint of TypeScript, JSON and GraphQL (Biome)',
    command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=100'],
    cure: 'Run `pnpm fix`, then correct by hand what it leaves.',
  },
  {
    name: 'workflows',
    proves: 'the GitHub workflows are valid (actionlint), pinned by digest, and may do no more than they must',
    command: ['node', 'scripts/check-workflows.ts'],
    cure: 'Correct the line it names; a digest is the commit that a tag of the action points at, with the tag as comment.',
  },
  {
    name: 'arrows',
    proves: 'no file imports what its layer may not know (dependency-cruiser)',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', '.'],
    cure: 'Move the code to the layer that may know it, or hand it in as an argument; each rule says how in its comment.',
  },
  {
    name: 'lint',
    proves: 'no forgotten promise, unsafe any or untested test (oxlint with types)',
    command: ['oxlint', '--deny-warnings', '--report-unused-disable-directives', '--ignore-pattern', 'infra/**'],
    cure: 'Follow the help under each finding; `pnpm fix` mends the simple ones.',
  },
  {
    name: 'contracts',
    proves: 'no published event contract is broken',
    command: ['node', 'scripts/check-events.ts'],
    cure: 'Take the change back, or give the event a new version and keep the old one in `earlier` with an upcast (CONTRIBUTING.md, "Change an event").',
  },
  {
    name: 'schema',
    proves:
      'the change of the graph breaks no client, event or deployed code, and keeps the conventions (schema:check)',
    command: ['node', 'tools/schema-check/src/main.ts', '--strict', 'lint'],
    cure: 'Each finding says how to do it safely instead; `pnpm schema:check --help`, docs/schema-check.md.',
  },
  {
    name: 'generated',
    proves:
      'resolver types, supergraph, the tables of variables and what is made from the event catalogue are up to date',
    command: ['node', 'scripts/check-generated.ts'],
    cure: 'Run the command it names and commit what it writes; if the subgraphs do not compose, correct the schema it names.',
  },
  {
    name: 'types',
    proves: 'the whole workspace type-checks',
    command: ['tsc', '--noEmit', '--project', 'tsconfig.json'],
    cure: 'Correct the type error; no `any`, no assertion that hides it.',
  },
  {
    name: 'unused',
    proves: 'no file, export or dependency is left over (knip)',
    command: ['knip', '--no-progress'],
    cure: 'Delete what nobody uses; what a tool uses by name is listed in knip.jsonc with the reason.',
  },
  {
    name: 'infra',
    proves: 'every stage on AWS is synthesised offline, and keeps its laws (infra/)',
    command: ['node', 'scripts/check-infra.ts'],
    cure: 'Correct what the named law says; a finding of AwsSolutions is mended, or accepted with its reason (infra/README.md).',
  },
  {
    name: 'tests',
    proves: 'unit, integration and end-to-end tests pass',
    command: ['vitest', 'run'],
    cure: 'Run the failing file alone with `pnpm exec vitest run <path>`.',
    isLong: true,
  },
];
