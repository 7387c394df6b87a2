import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';
import { supergraph } from './supergraph.ts';

/** `pnpm compose`: composes the subgraphs' schemas into gateway/supergraph.graphql. */
await runScript(async () => writeChanged(root, [await supergraph(root)]));
