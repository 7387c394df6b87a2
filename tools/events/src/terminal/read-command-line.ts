import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { WrongUse } from './complaints.ts';

export type CommandLine =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly values: Readonly<Record<string, string | boolean | undefined>>;
      readonly positionals: readonly string[];
    };

/** Reads the arguments of `events`. Throws WrongUse with the cure. */
export const readCommandLine = (args: readonly string[], commands: Readonly<Record<string, Command>>): CommandLine => {
  const [name, ...rest] = args.filter((arg) => arg !== '--');
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return { kind: 'help', text: overview(commands) };
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUse(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  const { values, positionals } = parse(rest, command, name);
  if (values.help === true) return { kind: 'help', text: `${command.summary}\n\n${command.help}` };
  return { kind: 'run', command, values, positionals };
};

const parse = (args: string[], { options }: Command, name: string) => {
  try {
    const parsed = parseArgs({
      args,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { ...parsed, values: parsed.values as Readonly<Record<string, string | boolean | undefined>> };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new WrongUse(`${message}. See pnpm events ${name} --help.`);
  }
};

const overview = (commands: Readonly<Record<string, Command>>): string => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}   ${summary}`);
  return `Hands on the events of the running shop.

Usage: pnpm events COMMAND [options]

${lines.join('\n')}

  --json   the answer as JSON
  --help   shows this; after a command, what it does and its options

Works on what "pnpm start" runs on this machine, or on AWS by environment variables: docs/events-operations.md.
`;
};
