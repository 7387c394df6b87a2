import type { SubgraphReply } from '../subgraph-request.ts';

/**
 * Requests to subgraphs that are under way, by what they ask. A request is given up with whoever asked first; who had
 * joined it then asks for itself. That costs nothing where nobody goes away, which is nearly always.
 */
export class SharedReplies {
  /** By scope and body, which are not put together: a body is long, and would be copied for it. */
  readonly #underWay = new Map<string, Map<string, UnderWay>>();

  join(question: Question, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const underWay = this.#underWay.get(question.scope)?.get(question.body);
    return underWay ? follow(underWay, asker, start) : this.#lead(question, asker, start);
  }

  #lead({ scope, body }: Question, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const reply = start();
    const inScope = this.#underWay.get(scope) ?? new Map<string, UnderWay>();
    this.#underWay.set(scope, inScope.set(body, { reply, asker }));
    const forget = () => {
      inScope.delete(body);
      if (inScope.size === 0 && this.#underWay.get(scope) === inScope) this.#underWay.delete(scope);
    };
    reply.then(forget, forget);
    return reply;
  }
}

/** What is asked, and everything else that can change the answer. */
type Question = { readonly scope: string; readonly body: string };

type UnderWay = { reply: Promise<SubgraphReply>; asker: AbortSignal };

const follow = async (
  underWay: UnderWay,
  asker: AbortSignal,
  start: () => Promise<SubgraphReply>,
): Promise<SubgraphReply> => {
  try {
    return await underWay.reply;
  } catch (error) {
    // Where nobody has gone it is the subgraph's failure, and everybody's.
    if (asker.aborted || !underWay.asker.aborted) throw error;
    return start();
  }
};
