import { catalogue } from '@cartograph/events';
import {
  type ContractChange,
  type Contracts,
  compareContracts,
  contractsOf,
  describeChange,
} from '@cartograph/scripts/published-contracts';
import type { Finding } from '../finding.ts';
import type { GraphState } from '../graph/graph-state.ts';
import { matching } from '../graph/matching-files.ts';

const folder = 'packages/events/published';

/** The contracts of the code that runs, which may not be published yet. */
export const contractsOfCode = (): Contracts => contractsOf(catalogue);

/** Event contracts that no longer fit what the base published. `wanted` are those that the code would publish now. */
export const checkEventContracts = (before: GraphState, after: GraphState, wanted: Contracts | null): Finding[] => {
  const published = contractsIn(before);
  const now = [contractsIn(after), ...(wanted === null ? [] : [wanted])];
  const changes = now.flatMap((contracts) => compareContracts(published, contracts));
  const breaking = changes.filter(({ kind }) => kind === 'breaking');
  return [...new Map(breaking.map((change) => [describeChange(change), change])).values()].map((change) =>
    findingOf(change, after),
  );
};

const contractsIn = ({ files }: GraphState): Contracts =>
  new Map(
    matching(files, new RegExp(`^${folder}/(\\w+\\.v\\d+)\\.json$`)).map(({ names: [name = ''], text }) => [
      name,
      JSON.parse(text) as Record<string, unknown>,
    ]),
  );

const findingOf = (change: ContractChange, after: GraphState): Finding => {
  const file = `${folder}/${change.contract}.json`;
  return {
    check: 'events',
    code: 'EVENT_CONTRACT_BROKEN',
    severity: 'error',
    message: describeChange(change),
    ...(after.files.has(file) && { place: { file, line: 1 } }),
    cure: 'Give the event a new version beside this one, with an upcast from the old (CONTRIBUTING.md, "Change an event").',
  };
};
