import type { FetchCache } from '@cartograph/execution';
import type { Logger } from '@cartograph/telemetry';
import type { FetchKinds } from './fetch-kinds.ts';
import { type Asking, type CacheRoom, lookUpFetch } from './fetch-lookup.ts';
import { type AnswersRoom, wholeAnswer } from './whole-answers.ts';

type Rooms = { readonly parts: CacheRoom; readonly wholes: AnswersRoom; readonly logger: Logger };

/** What is kept, for one asker during one run of an operation. */
export const cacheForQuery = (
  { parts, wholes, logger }: Rooms,
  kinds: FetchKinds,
  asking: Omit<Asking, 'uses'>,
): FetchCache => {
  const whole = wholeAnswer(wholes, asking);
  const past = (): null => {
    whole.uses(null);
    return null;
  };
  return {
    answerTo: whole.find,
    keepAnswer: whole.keep,
    lookUp: (question) => {
      try {
        const kind = kinds(question.subgraph, question.query);
        if (!kind || kind.lastAllowed() === 'none') return past();
        return lookUpFetch(parts, { ...asking, uses: whole.uses }, { kind, question });
      } catch (error) {
        // What cannot be looked up can still be asked for.
        logger.error({ err: error, subgraph: question.subgraph }, 'a fetch went past the cache');
        return past();
      }
    },
  };
};
