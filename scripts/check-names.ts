import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyWordsIn } from './empty-words.ts';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';
import { readSourceFiles } from './size-budget.ts';

await runScript(async () => {
  const files = await readSourceFiles(root);
  const complaints = await Promise.all(
    files.map(async ({ path }) => emptyWordsIn(path, await readFile(join(root, path), 'utf8'))),
  );
  if (complaints.flat().length > 0) return fail(complaints.flat().join('\n'));
  console.log(`${files.length} files without empty words`);
});
