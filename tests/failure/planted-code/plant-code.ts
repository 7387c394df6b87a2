import { registerHooks } from 'node:module';
import type { Edit } from './code-plants.ts';

/**
 * Loaded before everything else of a process (`node --import plant-code.ts?edits=...`): changes sources as they are
 * read, so that the process runs with a mistake in it that stands in no file. An edit that fits nothing ends the process.
 */
const edits = JSON.parse(new URL(import.meta.url).searchParams.get('edits') ?? '[]') as Edit[];

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const here = edits.filter(({ file }) => url.endsWith(file));
    if (here.length === 0) return loaded;
    let source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    for (const { file, from, to } of here) {
      if (!source.includes(from)) throw new Error(`the plant fits nothing in ${file}: ${from}`);
      source = source.replace(from, to);
    }
    return { ...loaded, source };
  },
});
