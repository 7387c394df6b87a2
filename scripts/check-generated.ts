import { architecture } from './architecture-diagram.ts';
import { clientDocuments } from './client-documents.ts';
import { configPage } from './config-page.ts';
import { eventDocuments, publishedContracts } from './events/event-documents.ts';
import { type GeneratedFile, isOutOfDate } from './generated-file.ts';
import { limitsPage } from './limits-page.ts';
import { permissions } from './permissions.ts';
import { relayDocuments } from './relay-documents.ts';
import { resolverTypes } from './resolver-types.ts';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';
import { clientSchema, supergraph, supergraphVariants } from './supergraph.ts';

/** Makes the committed generated files again, in memory, and tells which of them are not what they should be. */
await runScript(async () => {
  const composed = await supergraph(root);
  const files = [
    ...publishedContracts(),
    ...eventDocuments(),
    ...(await resolverTypes(root, refuseMissingSchema)),
    composed,
    clientSchema(composed),
    ...(await clientDocuments(root)),
    ...(await relayDocuments(root)),
    ...(await supergraphVariants(root)),
    await architecture(root),
    await permissions(root),
    limitsPage(),
    await configPage(root),
  ];
  const stale: GeneratedFile[] = [];
  for (const file of files) if (await isOutOfDate(root, file)) stale.push(file);
  for (const { path, cure } of stale) fail(`${path} is out of date: run \`${cure}\` and commit it.`);
  if (stale.length === 0) console.log(`${files.length} generated files are up to date`);
});

function refuseMissingSchema(schema: string): never {
  throw new Error(`codegen.yml names ${schema}, which does not exist.`);
}
