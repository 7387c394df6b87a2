import type { SubgraphReply } from '../subgraph-request.ts';

/**
 * Requests to subgraphs that are under way, by what they ask. A request is given up with whoever asked first; who had
 * joined it then asks for itself. That costs nothing where nobody goes away, which is nearly always.
 */
export class SharedReplies {
  readonly #underWay = new Map<string, UnderWay>();

  join(key: string, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const underWay = this.#underWay.get(key);
    return underWay ? follow(underWay, asker, start) : this.#lead(key, asker, start);
  }

  async #lead(key: string, asker: AbortSignal, start: () => Promise<SubgraphReply>): Promise<SubgraphReply> {
    const reply = start();
    this.#underWay.set(key, { reply, asker });
    try {
      return await reply;
    } finally {
      this.#underWay.delete(key);
    }
  }
}

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
