import { parseSubgraphs, type SubgraphSource } from '@cartograph/composition';
import { composeServices } from '@theguild/federation-composition';

/** What another implementation of composition says of the same subgraphs. */
export type SecondOpinion = { composes: true; apiSdl: string } | { composes: false; errors: string[] };

export type AskSecondOpinion = (sources: SubgraphSource[]) => Promise<SecondOpinion>;

/** Asks @theguild/federation-composition, here and now. */
export const secondOpinion: AskSecondOpinion = async (sources) => {
  const parsed = parseSubgraphs(sources);
  if (!parsed.ok) return { composes: false, errors: parsed.errors.map(({ message }) => message) };
  const result = composeServices(parsed.subgraphs);
  if (result.errors) return { composes: false, errors: result.errors.map(({ message }) => message) };
  return { composes: true, apiSdl: result.publicSdl };
};
