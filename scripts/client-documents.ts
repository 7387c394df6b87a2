import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import type { GeneratedFile } from './generated-file.ts';
import { operationManifest, type PersistedDocuments } from './operation-manifest.ts';
import { isClientOutput, readCodegenConfig, runCodegen } from './run-codegen.ts';

const cure = 'pnpm codegen';

/**
 * The typed documents of every client as codegen.yml says, and the manifest of its operations beside its code, in
 * memory. Reads the schema that clients see from its file: `pnpm compose` comes first. Throws for an operation that does
 * not fit it.
 */
export const clientDocuments = async (root: string): Promise<GeneratedFile[]> => {
  const config = await readCodegenConfig(root);
  const outputs = Object.entries(config.generates).filter(([, output]) => isClientOutput(output));
  const files = await runCodegen(
    root,
    config,
    Object.fromEntries(outputs.map(([path, output]) => withPreset([path, output as ClientOutput]))),
  );
  return files.map(({ filename, content }) =>
    filename.endsWith('/persisted-documents.json')
      ? { path: manifestPath(filename), content: operationManifest(JSON.parse(content) as PersistedDocuments), cure }
      : { path: filename, content, cure },
  );
};

/** What is said of presets in codegen.yml, as the preset takes it. */
type ClientOutput = { presetConfig?: { persistedDocuments?: object } };

/**
 * The preset itself in place of its name, which codegen would look for in the root. With it, every selection has
 * __typename, by which caches tell objects apart (the gateway executes what stands in the manifest), and ids are the
 * SHA-256 in bare hexadecimal, as Apollo's clients and automatic persisted queries have it.
 */
const withPreset = ([path, output]: [string, ClientOutput]): [string, object] => [
  path,
  {
    ...output,
    preset,
    presetConfig: {
      ...output.presetConfig,
      persistedDocuments: { ...output.presetConfig?.persistedDocuments, hashAlgorithm: sha256 },
    },
    documentTransforms: [{ transform: addTypenameSelectionDocumentTransform.transform }],
  },
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Beside the client's own files, not among the generated ones: it is what the client publishes. */
const manifestPath = (filename: string): string => join(dirname(dirname(filename)), 'persisted-operations.json');
