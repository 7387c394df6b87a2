import type { CompositionResult } from '@cartograph/composition';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkSecondOpinion } from './check-second-opinion.ts';
import { type SecondOpinion, secondOpinion } from './second-opinion.ts';

const sdl = 'type Query { product: String }';
const composed: CompositionResult = { ok: true, supergraphSdl: '', hints: [] };
const api = buildSchema(sdl);

describe('the second opinion on a composition', () => {
  it('is quiet where both compose the same graph', async () => {
    const opinion = await secondOpinion([{ name: 'product', sdl }]);
    expect(await checkSecondOpinion(composed, opinion, api)).toEqual([]);
  });

  it('is told where the other composes another graph, none, or one that Apollo refuses', async () => {
    const another = { composes: true, apiSdl: 'type Query { product: Int }' } as const;
    const none: SecondOpinion = { composes: false, errors: ['no'] };
    const findings = [
      ...(await checkSecondOpinion(composed, another, api)),
      ...(await checkSecondOpinion(composed, none, api)),
      ...(await checkSecondOpinion({ ok: false, errors: [] }, another, null)),
    ];
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['SECOND_OPINION_DIFFERS']));
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: .*composes another public schema: Field 'Query\.product' changed type/),
      expect.stringMatching(/^warning: .*refuses what Apollo composes: no/),
      expect.stringMatching(/^warning: .*composes what Apollo refuses/),
    ]);
  });

  it('is the same where neither composes: that is told once', async () => {
    const opinion = await secondOpinion([{ name: 'product', sdl: 'type Query {' }]);
    expect(opinion.composes).toBe(false);
    expect(await checkSecondOpinion({ ok: false, errors: [] }, opinion, null)).toEqual([]);
  });
});
