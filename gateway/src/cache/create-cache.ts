import { createHash } from 'node:crypto';
import type { AnswerCache, FetchCache } from '@cartograph/execution';
import type { Logger } from '@cartograph/telemetry';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from '../access/access-rules.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { isAnsweredAfresh, nameOfViewer } from './asker.ts';
import type { TellCache } from './cache-events.ts';
import { createFetchKinds, type FetchKinds } from './fetch-kinds.ts';
import { type CacheRoom, lookUpFetch } from './fetch-lookup.ts';
import { Flights } from './flights.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { belongsTo, type Purge } from './purge.ts';
import { createPurgeLog } from './purge-log.ts';
import { wholeAnswer } from './whole-answers.ts';

export type CacheOptions = {
  readonly maxBytes: number;
  /** How long whoever changed something is answered afresh: longer than the event of the change takes to arrive. */
  readonly ownChangesMs: number;
  readonly tell: TellCache;
  readonly logger: Logger;
  readonly now?: () => number;
};

export type GatewayCache = AnswerCache<GatewayContext> & {
  /** The rules of every supergraph that is handed to `forQuery` must be known. */
  readonly governBy: (rulesOf: (executableSdl: string) => AccessRules) => void;
  readonly purge: (purge: Purge) => void;
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
  const { tell, logger, maxBytes, ownChangesMs, now = Date.now } = options;
  const wholeAnswersBytes = Math.floor(maxBytes * shareOfWholeAnswers);
  const kept = createKeptAnswers<string>({ maxBytes: maxBytes - wholeAnswersBytes });
  const answers = createKeptAnswers<Buffer>({ maxBytes: wholeAnswersBytes });
  const purges = createPurgeLog(now);
  const room: CacheRoom = { kept, purges, flights: new Flights(), now, tell };
  const changedAtMs = new LRUCache<string, number>({ max: mostChangers });
  const graphs = createGraphs(now);

  const purge = (what: Purge): void => {
    // First the log: what lands in between is refused.
    purges.note(what);
    tell('purged', 'all', kept.purge(what) + answers.purge(what));
  };
  const hasJustChanged = (viewer: string | null) =>
    viewer !== null && (changedAtMs.get(viewer) ?? Number.NEGATIVE_INFINITY) + ownChangesMs > now();

  return {
    governBy: graphs.governBy,
    purge,
    purgeEverything: () => {
      purges.noteEverything();
      tell('purged', 'all', kept.forgetAll() + answers.forgetAll());
    },
    bytes: () => kept.bytes() + answers.bytes(),
    generation: purges.number,
    mutated: ({ viewer }) => {
      const name = nameOfViewer(viewer);
      if (name === null) return;
      changedAtMs.set(name, now());
      purge({ tags: [belongsTo(name)], fields: null });
    },
    forQuery: (context, supergraphSdl): FetchCache | null => {
      if (isAnsweredAfresh(context)) return null;
      const { viewer, edge } = context;
      const { hash, kinds } = graphs.of(supergraphSdl);
      const name = nameOfViewer(viewer);
      const given = (secondsLeft: number | null) =>
        void edge.cacheControls.push(secondsLeft === null ? '' : `max-age=${secondsLeft}, public`);
      const asking = { graph: hash, viewer: name, wantsFresh: hasJustChanged(name), given };
      const whole = wholeAnswer({ answers, purges, now, tell }, asking);
      return {
        answerTo: whole.find,
        keepAnswer: whole.keep,
        lookUp: (question) => {
          try {
            const kind = kinds(question.subgraph, question.query);
            if (kind && kind.lastAllowed() !== 'none') {
              return lookUpFetch(room, { ...asking, uses: whole.uses }, { kind, question });
            }
            whole.uses(null);
            return null;
          } catch (error) {
            // What cannot be looked up can still be asked for.
            whole.uses(null);
            logger.error({ err: error, subgraph: question.subgraph }, 'a fetch went past the cache');
            return null;
          }
        },
      };
    },
  };
};

/** What is known of each graph that serves. */
const createGraphs = (now: () => number) => {
  const graphs = new LRUCache<string, { rules: AccessRules; hash: string; kinds: FetchKinds }>({ max: 4 });
  let rulesOf: ((executableSdl: string) => AccessRules) | undefined;
  return {
    governBy: (read: (executableSdl: string) => AccessRules) => {
      rulesOf = read;
    },
    of: (supergraphSdl: string) => {
      if (!rulesOf) throw new Error('nothing is kept before it is known who may see what');
      const rules = rulesOf(supergraphSdl);
      const known = graphs.get(supergraphSdl);
      // The same graph may come with other rules, and what was public is so no longer.
      if (known?.rules === rules) return known;
      const graph = {
        rules,
        hash: hashOf(supergraphSdl, rules),
        kinds: createFetchKinds({ supergraphSdl, rules }, now),
      };
      graphs.set(supergraphSdl, graph);
      return graph;
    },
  };
};

const hashOf = (supergraphSdl: string, { types, fields }: AccessRules): string =>
  createHash('sha256')
    .update(JSON.stringify([supergraphSdl, [...types.keys()], [...fields.keys()]]))
    .digest('base64url')
    .slice(0, 22);
