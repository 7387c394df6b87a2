import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';
import { overBudget, readSourceFiles } from './size-budget.ts';

await runScript(async () => {
  const files = await readSourceFiles(root);
  const complaints = overBudget(files);
  if (complaints.length > 0) return fail(complaints.join('\n'));
  console.log(`${files.length} files within their budgets`);
});
