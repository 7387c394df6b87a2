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
    const schema = 'schema' in output ? String(output.schema) : '';
    if (existsSync(join(root, schema))) return true;
    onSkip(schema);
    return false;
  });
  if (outputs.length === 0) return [];
  const { result } = await executeCodegen({ ...config, cwd: root, silent: true, generates: Object.fromEntries(outputs) });
  return result.map(({ filename, content }) => ({ path: filename, content, cure: 'pnpm codegen' }));
};
