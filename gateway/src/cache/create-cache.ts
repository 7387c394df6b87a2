import type { AnswerCache, FetchCache } from '@cartograph/execution';
import type { Logger } from '@cartograph/telemetry';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from '../access/access-rules.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { isAnsweredAfresh, nameOfViewer } from './asker.ts';
import type { TellCache } from './cache-events.ts';
import { cacheForQuery } from './cache-for-query.ts';
import { Flights } from './flights.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createKnownGraphs } from './known-graphs.ts';
import { belongsTo, type Purge } from './purge.ts';
import { createPurgeLog } from './purge-log.ts';
import type { SharedAnswers } from './shared/shared-answers.ts';

export type CacheOptions = {
  readonly maxBytes: number;
  /** How long whoever changed something is answered afresh: longer than the event of the change takes to arrive. */
  readonly ownChangesMs: number;
  /** What several gateways keep together. */
  readonly shared?: SharedAnswers | null;
  /** Tells the other gateways that this viewer has changed something. */
  readonly tellOfChange?: ((viewer: string) => Promise<void>) | null;
  readonly tell: TellCache;
  readonly logger: Logger;
  readonly now?: () => number;
};

export type GatewayCache = AnswerCache<GatewayContext> & {
  /** The rules of every supergraph that is handed to `forQuery` must be known. */
  readonly governBy: (rulesOf: (executableSdl: string) => AccessRules) => void;
  /** Makes known what a graph is, given in parts, before it serves. */
  readonly prepare: (executableSdl: string, texts: readonly string[]) => Promise<void>;
  readonly purge: (purge: Purge) => void;
  /** A viewer has changed something, here or at another gateway. */
  readonly noteChangeBy: (viewer: string) => void;
  /** For when it is not known what is no longer true. */
  readonly purgeEverything: () => void;
  readonly bytes: () => number;
};

/** More changes at once than this, and the first are forgotten: the events are what keeps the cache true, not this. */
const mostChangers = 50_000;
/** Of the bytes, what answers of whole operations may take. */
const shareOfWholeAnswers = 1 / 3;

/** Keeps what subgraphs answer for as long as they allow, until somebody says that it is no longer true. */
export const createCache = (options: CacheOptions): GatewayCache => {
  const { tell, logger, maxBytes, ownChangesMs, shared = null, tellOfChange = null, now = Date.now } = options;
  const wholeAnswersBytes = Math.floor(maxBytes * shareOfWholeAnswers);
  const kept = createKeptAnswers<string>({ maxBytes: maxBytes - wholeAnswersBytes });
  const answers = createKeptAnswers<Buffer>({ maxBytes: wholeAnswersBytes });
  const purges = createPurgeLog(now);
  const about = { purges, now, tell };
  const rooms = { parts: { ...about, kept, flights: new Flights(), shared }, wholes: { ...about, answers }, logger };
  const changedAtMs = new LRUCache<string, number>({ max: mostChangers });
  const graphs = createKnownGraphs(now);

  const purge = (what: Purge): void => {
    // First the log: what lands in between is refused.
    purges.note(what);
    tell('purged', 'all', kept.purge(what) + answers.purge(what));
  };
  const noteChangeBy = (viewer: string): void => {
    changedAtMs.set(viewer, now());
    purge({ tags: [belongsTo(viewer)], fields: null });
  };
  const hasJustChanged = (viewer: string | null) =>
    viewer !== null && (changedAtMs.get(viewer) ?? Number.NEGATIVE_INFINITY) + ownChangesMs > now();

  return {
    governBy: graphs.governBy,
    prepare: graphs.prepare,
    purge,
    purgeEverything: () => {
      purges.noteEverything();
      tell('purged', 'all', kept.forgetAll() + answers.forgetAll());
    },
    bytes: () => kept.bytes() + answers.bytes(),
    generation: purges.number,
    noteChangeBy,
    mutated: async ({ viewer }) => {
      const name = nameOfViewer(viewer);
      if (name === null) return;
      noteChangeBy(name);
      await tellOfChange?.(name);
    },
    forQuery: (context, supergraphSdl): FetchCache | null => {
      if (isAnsweredAfresh(context)) return null;
      const { viewer, edge } = context;
      const { hash, kinds } = graphs.of(supergraphSdl);
      const name = nameOfViewer(viewer);
      const given = (secondsLeft: number | null) =>
        void edge.cacheControls.push(secondsLeft === null ? '' : `max-age=${secondsLeft}, public`);
      return cacheForQuery(rooms, kinds, { graph: hash, viewer: name, wantsFresh: hasJustChanged(name), given });
    },
  };
};
