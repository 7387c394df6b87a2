import { BadConfig } from '@cartograph/config';
import { dlq } from './commands/dlq.ts';
import { parked } from './commands/parked.ts';
import { replay } from './commands/replay.ts';
import { status } from './commands/status.ts';
import { tail } from './commands/tail.ts';
import { trace } from './commands/trace.ts';
import { findEventPath } from './config.ts';
import { CannotDo, WrongUse } from './terminal/complaints.ts';
import { readCommandLine } from './terminal/read-command-line.ts';

const write = (text: string) => process.stdout.write(`${text}\n`);

const main = async (): Promise<void> => {
  const line = readCommandLine(process.argv.slice(2), { status, trace, tail, parked, dlq, replay });
  if (line.kind === 'help') return void write(line.text.trimEnd());
  const { command, values, positionals } = line;
  let interrupted: AbortSignal | undefined;
  const isJson = values.json === true;
  await command.run({
    values,
    positionals,
    eventPath: findEventPath(),
    // Only a command that looks at it takes Ctrl-C over; any other ends at once.
    get interrupted() {
      interrupted ??= whenInterrupted();
      return interrupted;
    },
    say: (text) => void (isJson || write(text)),
    tell: (value) => void (isJson && write(JSON.stringify(value))),
  });
};

/** The first Ctrl-C asks the command to end in order, the second ends it at once. */
const whenInterrupted = (): AbortSignal => {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interruption.abort());
  }
  return interruption.signal;
};

/** What people can mend by themselves is told in a sentence; only a bug shows its stack. */
const complaintOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof CannotDo || error instanceof WrongUse || error instanceof BadConfig;
  return isExpected ? error.message : explainRefusal(error);
};

/** Databases and AWS speak through errors of theirs; `code` and `$fault` are how pg, Node and the SDK mark them. */
const explainRefusal = (error: Error): string => {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(inner instanceof Error)) return String(inner);
  const isForeign = 'code' in inner || '$fault' in inner;
  return isForeign ? `${inner.name}: ${inner.message}` : (inner.stack ?? inner.message);
};

// `pnpm events ... | head` closes the pipe early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
  process.stderr.write(`${complaintOf(error)}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
});
