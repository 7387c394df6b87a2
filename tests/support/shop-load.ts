import { setTimeout as delay } from 'node:timers/promises';
import type { Caller, Storefront } from '@cartograph/testing';

/** What a shop is asked all day: a list, a page across four subgraphs, and now and then a change. */
const list = 'query Browse { products(first: 5) { nodes { id title variants { id price { amount currency } } } } }';
const page = `query Ordered($id: ID!) { order(id: $id) { status customer { name } lines { quantity product { title } } payment { status } } }`;
const change = 'mutation Start { createCart(input: { currency: "EUR" }) { cart { id } userErrors { code } } }';

export type ShopLoad = {
  /** Answers so far that held everything that was asked for. */
  good: () => number;
  /** Every other answer: an error, a null where something is, a broken connection. */
  bad: unknown[];
  /** Waits for that many further answers. */
  more: (answers: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** `pauseMs` is how long each user thinks between two questions. */
type Asked = { storefront: Storefront; caller: Caller; orderId: string; users: number; pauseMs?: number };

/** Users who ask one thing after another until they are stopped, without a pause unless one is given. */
export const loadShop = ({ storefront, caller, orderId, users, pauseMs = 0 }: Asked): ShopLoad => {
  let isOver = false;
  let good = 0;
  const bad: unknown[] = [];
  const questions = [
    { text: list, holds: (data: ShopAnswer) => data.products?.nodes.length === 1 },
    { text: page, holds: ({ order }: ShopAnswer) => Boolean(order?.customer?.name && order.payment?.status) },
    { text: change, holds: ({ createCart }: ShopAnswer) => Boolean(createCart?.cart?.id) },
  ];
  const askOnce = async (turn: number): Promise<void> => {
    const question = questions[turn % questions.length] ?? questions[0];
    try {
      const answer = await storefront.ask<ShopAnswer>(question?.text ?? list, { id: orderId }, caller);
      if (!answer.errors && answer.data && question?.holds(answer.data)) good += 1;
      else bad.push(answer);
    } catch (error) {
      bad.push(error);
    }
  };
  const user = async (first: number): Promise<void> => {
    for (let turn = first; !isOver; turn += 1) {
      await askOnce(turn);
      if (pauseMs > 0) await delay(pauseMs);
    }
  };
  const running = Array.from({ length: users }, (_, index) => user(index));
  return {
    good: () => good,
    bad,
    more: async (answers) => {
      const enough = good + bad.length + answers;
      while (good + bad.length < enough) await delay(10);
    },
    stop: async () => {
      isOver = true;
      await Promise.all(running);
    },
  };
};

type ShopAnswer = {
  products?: { nodes: unknown[] };
  order?: { customer: { name: string } | null; payment: { status: string } | null } | null;
  createCart?: { cart: { id: string } | null };
};
