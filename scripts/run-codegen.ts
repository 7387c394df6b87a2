import { join } from 'node:path';
import { executeCodegen, loadCodegenConfig } from '@graphql-codegen/cli';

type Config = Awaited<ReturnType<typeof loadCodegenConfig>>['config'];
type Output = Config['generates'][string];

/** What codegen.yml says, whole. */
export const readCodegenConfig = async (root: string): Promise<Config> =>
  (await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') })).config;

/** Is it a client's (typed documents), rather than a subgraph's (resolver types)? */
export const isClientOutput = (output: Output): boolean => 'preset' in output && output.preset === 'client';

/** Makes these outputs in memory. Throws when a schema, an operation or the configuration is wrong. */
export const runCodegen = async (
  root: string,
  config: Config,
  outputs: Config['generates'],
): Promise<{ filename: string; content: string }[]> => {
  const { result, error } = await executeCodegen({
    ...config,
    cwd: root,
    silent: true,
    // The plugins are this package's dependencies; codegen would look for them in the root.
    pluginLoader: importPlugin,
    generates: outputs,
  });
  if (error) throw new Error(withoutStack(error.message), { cause: error });
  return result;
};

const importPlugin = async (name: string): Promise<never> => (await import(name)) as never;

const withoutStack = (message: string): string => message.split(/\n(?:\w*Error: |\s+at )/)[0] ?? message;
