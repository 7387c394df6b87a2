import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';
import { workflowFaults } from './workflow-faults.ts';

const folder = '.github/workflows';

/** Tells what is wrong with the GitHub workflows, each with its file and line. */
await runScript(async () => {
  const names = (await readdir(join(root, folder))).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) throw new Error(`${folder} holds no workflow`);
  const faults = await Promise.all(
    names.map(async (name) => workflowFaults(`${folder}/${name}`, await readFile(join(root, folder, name), 'utf8'))),
  );
  for (const fault of faults.flat()) fail(`✗ ${fault}`);
  if (faults.flat().length === 0)
    console.log(`${names.length} workflows are valid, pinned, and may do no more than they must`);
});
