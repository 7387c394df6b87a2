import { writeChanged } from './generated-file.ts';
import { limitsPage } from './limits-page.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** Writes docs/limits.md anew. */
await runScript(async () => writeChanged(root, [limitsPage()]));
