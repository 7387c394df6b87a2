import { join } from 'node:path';

/** The folder of the workspace, whatever folder a script was started in. */
export const root = join(import.meta.dirname, '..');
