import { configPage } from './config-page.ts';
import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** Writes docs/config.md anew. */
await runScript(async () => writeChanged(root, [await configPage(root)]));
