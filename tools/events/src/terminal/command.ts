import type { ParseArgsOptionsConfig } from 'node:util';
import type { EventPath } from '../config.ts';

/** What a person asked a command for, already checked against its options. */
export type Asked = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly eventPath: EventPath;
  /** Aborted by Ctrl-C: the command ends what it does in order. */
  readonly interrupted: AbortSignal;
  /** Prints a line for people; nothing with --json. */
  readonly say: (text: string) => void;
  /** Prints the JSON of a value with --json; nothing otherwise. */
  readonly tell: (value: unknown) => void;
};

/** One subcommand of `events`. */
export type Command = {
  readonly summary: string;
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (asked: Asked) => Promise<void>;
};

/** The text of an option, undefined when it was not given. */
export const textOf = ({ values }: Pick<Asked, 'values'>, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};
