import type { SubgraphReply } from '../subgraph-request.ts';
import { UnderWay } from './under-way.ts';

/**
 * Requests to subgraphs that are under way, by what they ask. A request is given up with whoever asked first; who had
 * joined it then asks for itself. That costs nothing where nobody goes away, which is nearly always.
 */
export class SharedReplies {
  /** By scope and body, which are not put together: a body is long, and would be copied for it. */
  readonly #underWay = new UnderWay<Scope>();

  join(question: Question, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const asked = this.#underWay.get(question.scope)?.replies.get(question.body);
    return asked ? follow(asked, asker, start) : this.#lead(question, asker, start);
  }

  #lead({ scope, body }: Question, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const reply = start();
    const { replies, end: endScope } = this.#underWay.get(scope) ?? this.#open(scope);
    const end = replies.begin(body, { reply, asker });
    const forget = () => {
      end();
      if (replies.size === 0) endScope();
    };
    reply.then(forget, forget);
    return reply;
  }

  #open(scope: string): Scope {
    const opened: Scope = { replies: new UnderWay(), end: () => undefined };
    opened.end = this.#underWay.begin(scope, opened);
    return opened;
  }
}

/** What is asked, and everything else that can change the answer. */
type Question = { readonly scope: string; readonly body: string };

type Asked = { reply: Promise<SubgraphReply>; asker: AbortSignal };
type Scope = { readonly replies: UnderWay<Asked>; end: () => void };

const follow = async (
  asked: Asked,
  asker: AbortSignal,
  start: () => Promise<SubgraphReply>,
): Promise<SubgraphReply> => {
  try {
    return await asked.reply;
  } catch (error) {
    // Where nobody has gone it is the subgraph's failure, and everybody's.
    if (asker.aborted || !asked.asker.aborted) throw error;
    return start();
  }
};
