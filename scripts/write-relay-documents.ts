import { writeChanged } from './generated-file.ts';
import { relayDocuments } from './relay-documents.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** `pnpm relay`: writes what Relay's compiler makes of the Relay example, after installing it where it is missing. */
await runScript(async () => writeChanged(root, await relayDocuments(root)));
