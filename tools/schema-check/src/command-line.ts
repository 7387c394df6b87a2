import { parseArgs } from 'node:util';
import { WrongUse } from './complaints.ts';
import { type CheckName, checkNames } from './finding.ts';
import { lintRules } from './lint/lint-rules.ts';

export const formats = ['text', 'github', 'markdown', 'json'] as const;
export type Format = (typeof formats)[number];

export type CommandLine =
  | { kind: 'help'; text: string }
  | { kind: 'publish'; out: string }
  | {
      kind: 'check';
      base: string | undefined;
      usage: string[];
      formats: { format: Format; file: string | null }[];
      strict: CheckName[];
      /** Whether the migrations are tried on a real PostgreSQL. */
      onDatabases: boolean;
    };

const usage = `Usage: pnpm schema:check [--base REF|FILE] [--usage FILE]... [--format FORMAT[=FILE]]... [--strict CHECK]...
       pnpm schema:publish --out FOLDER

Compares the graph in the working tree with a base, and tells what the change breaks: for which client, at which line, and
how to do it safely instead. Needs no server and no network. Exit code 1 only when something breaks; 2 when it was called
wrongly or something cannot be read.

  --base REF|FILE     what to compare with: a commit, branch or tag, a file that schema:publish wrote, or a supergraph
                      (.graphql). By default where this branch left main
  --usage FILE        operations that clients really sent (JSON or JSON lines), beside the committed manifests
  --format FORMAT     text (default), github (annotations), markdown (a comment) or json; with =FILE into a file, and may be
                      given several times
  --no-databases      does not try the migrations on an embedded PostgreSQL, against what the Prisma schemas say
  --strict CHECK      warnings of this check fail too: ${checkNames.join(', ')}
  --rules             the conventions that lint holds the graph to
  --help              this

schema:publish writes the state of the graph to be compared with later (state.json), the schema of each subgraph as it is
registered, the supergraph and its variants.
All of it is explained in docs/schema-check.md.`;

const options = {
  base: { type: 'string' },
  usage: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', multiple: true, default: ['text'] as string[] },
  strict: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
  'no-databases': { type: 'boolean', default: false },
  rules: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments. Throws WrongUse with the cure. */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const { values, positionals } = parse(args.filter((arg) => arg !== '--'));
  const [command, ...more] = positionals;
  if (values.help || command === 'help') return { kind: 'help', text: usage };
  if (values.rules) return { kind: 'help', text: rulesText() };
  if (command === 'publish' && more.length === 0) {
    if (values.out === undefined) throw new WrongUse('schema:publish needs --out FOLDER.');
    return { kind: 'publish', out: values.out };
  }
  if (command !== undefined)
    throw new WrongUse(`There is no command ${positionals.join(' ')}. See pnpm schema:check --help.`);
  return {
    kind: 'check',
    base: values.base,
    usage: values.usage,
    formats: values.format.map(readFormat),
    strict: values.strict.map(readCheck),
    onDatabases: !values['no-databases'],
  };
};

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(`${(error as Error).message.split('. ')[0]}. See pnpm schema:check --help.`);
  }
};

const readFormat = (text: string): { format: Format; file: string | null } => {
  const [name, ...file] = text.split('=');
  const format = formats.find((each) => each === name);
  if (format === undefined) throw new WrongUse(`There is no format ${name}; there are ${formats.join(', ')}.`);
  return { format, file: file.length === 0 ? null : file.join('=') };
};

const readCheck = (text: string): CheckName => {
  const check = checkNames.find((each) => each === text);
  if (check === undefined) throw new WrongUse(`There is no check ${text}; there are ${checkNames.join(', ')}.`);
  return check;
};

const rulesText = (): string => lintRules.map(({ code, holds }) => `${code.padEnd(28)}${holds}`).join('\n');
