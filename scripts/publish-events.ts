import { parseArgs } from 'node:util';
import { catalogue, contractOf } from '@cartograph/events';
import { eventDocuments, publishedContracts } from './events/event-documents.ts';
import {
  type ContractChange,
  compareContracts,
  contractsOf,
  describeChange,
  readPublished,
} from './events/published-contracts.ts';
import { writeChanged } from './generated-file.ts';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

const usage = `Usage: pnpm events:publish

Makes the event contracts of the catalogue the published ones (packages/events/published) and writes what is made from
them. From then on \`pnpm check\` refuses to break them. A change that breaks a published version is not written: give
the event a new version and keep the old one with \`earlierVersion\`, whose upcast makes a new event of an old one.`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(usage);
  const changes = compareContracts(await readPublished(root), contractsOf(catalogue));
  refuseBreaking(changes.filter(({ kind }) => kind === 'breaking'));
  for (const change of changes.filter(({ kind }) => kind === 'careful')) console.log(warning(change));
  await writeChanged(root, [...publishedContracts(), ...eventDocuments()]);
};

const refuseBreaking = (broken: ContractChange[]): void => {
  if (broken.length === 0) return;
  throw new Error(
    [
      'Nothing was published, because this would break what is:',
      ...broken.map((each) => `✗ ${describeChange(each)}`),
      cure,
    ].join('\n'),
  );
};

const cure = 'Give the event a new version and keep the old one in `earlier`, by `earlierVersion` with an upcast.';

const warning = (change: ContractChange): string => {
  const [name = ''] = change.contract.split('.');
  const reactors = contractOf(name)?.reactors ?? [];
  const consumers = reactors.length === 0 ? '' : ` (here: ${reactors.join(', ')})`;
  return `! ${describeChange(change)}: deploy the consumers${consumers} before the producer, they refuse it until then`;
};

await runScript(main);
