import type { CompositionResult } from '@cartograph/composition';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { apiChanges } from '../changes/api-change.ts';
import type { Finding } from '../finding.ts';
import type { SecondOpinion } from './second-opinion.ts';

/**
 * Where two implementations of one specification disagree, at least one of them is wrong: a gateway that is built on the
 * other would serve another graph.
 */
export const checkSecondOpinion = async (
  result: CompositionResult,
  opinion: SecondOpinion,
  api: GraphQLSchema | null,
): Promise<Finding[]> => {
  if (!opinion.composes) {
    return result.ok ? opinion.errors.map((error) => differing(`refuses what Apollo composes: ${error}`)) : [];
  }
  if (!result.ok) return [differing('composes what Apollo refuses')];
  if (api === null) return [];
  const changes = await apiChanges(api, buildSchema(opinion.apiSdl, { assumeValid: true }));
  return changes
    .filter(({ type }) => !type.includes('DESCRIPTION') && !type.startsWith('DIRECTIVE'))
    .map(({ message }) => differing(`composes another public schema: ${message}`));
};

const differing = (message: string): Finding => ({
  check: 'composition',
  code: 'SECOND_OPINION_DIFFERS',
  severity: 'warning',
  message: `@theguild/federation-composition ${message}`,
  cure: 'Write it in a way that both understand alike; the federation specification says which of them is right.',
});
