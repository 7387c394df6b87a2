import { architecture } from './architecture-diagram.ts';
import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** Draws the diagram in ARCHITECTURE.md anew. */
await runScript(async () => writeChanged(root, [await architecture(root)]));
