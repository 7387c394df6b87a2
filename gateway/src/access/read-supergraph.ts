import { definitionTexts } from '@cartograph/execution';
import { type CostRules, readCostRules } from '@cartograph/graph-limits';
import { type NodeOwner, nodeOwners } from '../node/node-owners.ts';
import type { AccessRules } from './access-rules.ts';
import { readAccess } from './read-access.ts';

/** Everything the gateway itself knows of a supergraph. */
export type SupergraphReading = {
  /** What the executor gets. */
  readonly executableSdl: string;
  /** The same in parts. */
  readonly texts: readonly string[];
  readonly rules: AccessRules;
  readonly costs: CostRules;
  readonly owners: ReadonlyMap<string, NodeOwner>;
};

/** Throws AccessUnreadable, or what else is wrong with the text. `mark` is put below what the executor gets. */
export const readSupergraph = (supergraphSdl: string, mark: string): SupergraphReading => {
  const { executableSdl: open, rules } = readAccess(supergraphSdl);
  const executableSdl = `${open}\n# ${mark}\n`;
  return {
    executableSdl,
    texts: definitionTexts(executableSdl),
    rules,
    costs: readCostRules(executableSdl),
    owners: nodeOwners(executableSdl),
  };
};
