import { parseArgs } from 'node:util';

/** What a person asked `start` for. */
export type StartOptions = { port: number; dataDir: string; isReset: boolean; hasDemo: boolean };

export type Asked = { kind: 'start'; options: StartOptions } | { kind: 'help' } | { kind: 'wrong'; message: string };

/** Shown by `start --help`. */
export const helpText = `Serves the whole graph on this machine: PostgreSQL, EventBridge, SQS, a payment provider, four subgraphs, the gateway.

Usage: npx pnpm@12.21.0 start [options]

  --port N     the gateway's port, the graph is at /graphql (default 4000); every other port is free and chosen by itself
  --data DIR   where the data is kept (default .cartograph/data in the project)
  --reset      deletes the data first
  --no-demo    does not load the demo catalogue and accounts into empty databases
  --help       shows this

Stop it with Ctrl-C. The data is still there at the next start.
`;

/** Reads the command line; relative folders are taken from `workingDir`. */
export const readOptions = (args: readonly string[], defaults: { dataDir: string }): Asked => {
  try {
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== '--'),
      options: {
        port: { type: 'string', default: '4000' },
        data: { type: 'string', default: defaults.dataDir },
        reset: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) return { kind: 'help' };
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
      return { kind: 'wrong', message: `--port takes a number from 0 to 65535, not "${values.port}".` };
    }
    if (values.data === '') return { kind: 'wrong', message: '--data takes a folder.' };
    return { kind: 'start', options: { port, dataDir: values.data, isReset: values.reset, hasDemo: values.demo } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'wrong', message: `${message.split('. ')[0]}. See start --help.` };
  }
};
