import { writeChanged } from './generated-file.ts';
import { permissions } from './permissions.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** Writes docs/permissions.md. */
await runScript(async () => writeChanged(root, [await permissions(root)]));
