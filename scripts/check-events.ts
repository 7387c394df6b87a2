import { catalogue } from '@cartograph/events';
import {
  compareContracts,
  contractsOf,
  describeChange,
  publishedFolder,
  readPublished,
} from './events/published-contracts.ts';
import { root } from './root.ts';
import { fail, runScript } from './run-script.ts';

/** Tells which published event contracts the catalogue would break, each with its event, version and field. */
await runScript(async () => {
  const published = await readPublished(root);
  // A comparison with nothing would find no fault.
  if (published.size === 0) throw new Error(`${publishedFolder} holds no published contract`);
  const broken = compareContracts(published, contractsOf(catalogue)).filter(({ kind }) => kind === 'breaking');
  for (const change of broken) fail(`✗ ${describeChange(change)}`);
  if (broken.length === 0) console.log(`${published.size} published event contracts are kept`);
});
