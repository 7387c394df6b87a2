import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { executeCodegen, loadCodegenConfig } from '@graphql-codegen/cli';
import type { GeneratedFile } from './generated-file.ts';

/**
 * The resolver types of every subgraph as codegen.yml says, in memory. A subgraph without a schema.graphql is left out
 * and reported to `onSkip`. Throws when a schema or the configuration is wrong.
 */
export const resolverTypes = async (root: string, onSkip: (schema: string) => void): Promise<GeneratedFile[]> => {
  const { config } = await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') });
  const outputs = Object.entries(config.generates).filter(([, output]) => {
    const schema = 'schema' in output && typeof output.schema === 'string' ? output.schema : '';
    if (existsSync(join(root, schema))) return true;
    onSkip(schema);
    return false;
  });
  if (outputs.length === 0) return [];
  const { result, error } = await executeCodegen({
    ...config,
    cwd: root,
    silent: true,
    // The plugins are this package's dependencies; codegen would look for them in the root.
    pluginLoader: importPlugin,
    generates: Object.fromEntries(outputs),
  });
  if (error) throw new Error(withoutStack(error.message), { cause: error });
  return result.map(({ filename, content }) => ({ path: filename, content, cure: 'pnpm codegen' }));
};

const importPlugin = async (name: string): Promise<never> => (await import(name)) as never;

const withoutStack = (message: string): string => message.split(/\n(?:\w*Error: |\s+at )/)[0] ?? message;
