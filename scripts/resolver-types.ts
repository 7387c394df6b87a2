import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';
import { isClientOutput, readCodegenConfig, runCodegen } from './run-codegen.ts';

/**
 * The resolver types of every subgraph as codegen.yml says, in memory. A subgraph without a schema.graphql is left out
 * and reported to `onSkip`. Throws when a schema or the configuration is wrong.
 */
export const resolverTypes = async (root: string, onSkip: (schema: string) => void): Promise<GeneratedFile[]> => {
  const config = await readCodegenConfig(root);
  const outputs = Object.entries(config.generates).filter(([, output]) => {
    if (isClientOutput(output)) return false;
    const schema = 'schema' in output && typeof output.schema === 'string' ? output.schema : '';
    if (existsSync(join(root, schema))) return true;
    onSkip(schema);
    return false;
  });
  if (outputs.length === 0) return [];
  const files = await runCodegen(root, config, Object.fromEntries(outputs));
  return files.map(({ filename, content }) => ({ path: filename, content, cure: 'pnpm codegen' }));
};
