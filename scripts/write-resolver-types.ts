import { writeChanged } from './generated-file.ts';
import { resolverTypes } from './resolver-types.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** `pnpm codegen`: writes the resolver types of every subgraph. */
await runScript(async () => {
  const files = await resolverTypes(root, (schema) => console.log(`skipped ${schema}: there is no such file yet`));
  await writeChanged(root, files);
});
