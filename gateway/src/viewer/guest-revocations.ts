import type { Logger } from '@cartograph/telemetry';
import { type GuestGrant, scopesByMachine, ViewerRefused } from '@cartograph/viewer';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import type { AskAlone } from '../subgraphs/ask-alone.ts';

/** What of the guest tokens is revoked, as the order subgraph says. */
export type GuestRevocations = {
  /**
   * Throws ViewerRefused for a revoked token. False when nobody can say: the list was not to be had for too long, and no
   * guest token must be believed.
   */
  readonly refuseRevoked: (grants: readonly GuestGrant[]) => Promise<boolean>;
};

type Settings = Pick<GatewayConfig, 'GUEST_REVOCATIONS_REFRESH_MS' | 'GUEST_REVOCATIONS_MAX_AGE_MS'>;
type Parts = { readonly config: Settings; readonly ask: AskAlone | null; readonly logger: Logger };
type Known = { readonly generations: ReadonlyMap<string, number>; readonly atMs: number };

/** A list that takes longer is one that cannot be had: the guest who waits for it has better things to do. */
const timeoutMs = 1_000;
const perPage = 1_000;
const query = 'query ($after: ID) { guestRevocations(after: $after) { id generation } }';
const page = z.object({ guestRevocations: z.array(z.object({ id: z.string(), generation: z.int() })) });

/** Asks for the list when a guest comes and it is older than the setting: a shop without guests pays nothing for it. */
export const createGuestRevocations = ({ config, ask, logger }: Parts): GuestRevocations => {
  let known: Known | null = null;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> | null = null;
  const refresh = async (): Promise<void> => {
    // Of when it was asked for: what is revoked while it is read may not be on it.
    const atMs = performance.now();
    triedAtMs = atMs;
    try {
      if (!ask) throw new Error('there is no order subgraph');
      known = { generations: await readList(ask), atMs };
    } catch (error) {
      logger.warn({ err: error }, 'the list of revoked guest tokens cannot be had');
    }
  };
  return {
    refuseRevoked: async (grants) => {
      if (performance.now() - triedAtMs >= config.GUEST_REVOCATIONS_REFRESH_MS) {
        refreshing ??= refresh().finally(() => {
          refreshing = null;
        });
      }
      // Whoever comes while it is read waits for it: else the first to come after a pause would be judged by an old list.
      await refreshing;
      if (!known || performance.now() - known.atMs > config.GUEST_REVOCATIONS_MAX_AGE_MS) return false;
      const { generations } = known;
      if (grants.some(({ id, generation }) => generation < (generations.get(id) ?? 1)))
        throw new ViewerRefused('a revoked guest token');
      return true;
    },
  };
};

const readList = async (ask: AskAlone): Promise<ReadonlyMap<string, number>> => {
  const generations = new Map<string, number>();
  for (let after: string | null = null; ; ) {
    const answer = await ask({ query, variables: { after }, scopes: scopesByMachine.gateway, timeoutMs });
    const { guestRevocations } = page.parse(answer);
    for (const { id, generation } of guestRevocations) generations.set(id, generation);
    after = guestRevocations.at(-1)?.id ?? null;
    if (after === null || guestRevocations.length < perPage) return generations;
  }
};
