import { eventDocuments } from './events/event-documents.ts';
import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

/** Writes what is made from the event catalogue, but for the published contracts: those are published on purpose. */
await runScript(async () => writeChanged(root, eventDocuments()));
