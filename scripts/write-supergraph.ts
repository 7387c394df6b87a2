import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';
import { clientSchema, supergraph, supergraphVariants } from './supergraph.ts';

/** `pnpm compose`: composes the subgraphs' schemas into gateway/supergraph.graphql, its variants, and what clients see of it. */
await runScript(async () => {
  const composed = await supergraph(root);
  await writeChanged(root, [composed, clientSchema(composed), ...(await supergraphVariants(root))]);
});
