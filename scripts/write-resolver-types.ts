import { clientDocuments } from './client-documents.ts';
import { writeChanged } from './generated-file.ts';
import { resolverTypes } from './resolver-types.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** `pnpm codegen`: writes the resolver types of every subgraph, and the typed documents and manifests of every client. */
await runScript(async () => {
  const files = await resolverTypes(root, (schema) => console.log(`skipped ${schema}: there is no such file yet`));
  await writeChanged(root, [...files, ...(await clientDocuments(root))]);
});
