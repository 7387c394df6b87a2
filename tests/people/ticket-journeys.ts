import { randomUUID } from 'node:crypto';
import type { Caller } from '@cartograph/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOut, fillCart, untilSettled } from '../support/shopper.ts';
import { type Account, codesOf, mutate, registerVerified, signInStaff, tryTo } from './accounts.ts';
import type { Shop } from './shop.ts';

const asked = { subject: 'Quintessa cannot switch it on', message: 'The lamp of Quintessa-Allee 7 stays dark.' };

const page = `query ($filter: TicketFilterInput, $first: Int, $after: String) {
  tickets(filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;

/** What a ticket shows, by one question to three subgraphs. */
const whole = `query ($id: ID!) { ticket(id: $id) {
  status subject messages { author body } sla { isPaused isBreached } customer { id } assignee { id }
  order { id status lines { quantity product { title } } payment { status } } } }`;

/** Help, from the question to the settled ticket, by the gateway. */
export const ticketJourneys = (shop: () => Shop): void => {
  describe('a support ticket', () => {
    let ada: Account;
    let support: Account;
    beforeAll(async () => {
      [ada, support] = await Promise.all([registerVerified(shop()), signInStaff(shop(), 'SUPPORT')]);
    });
    const order = async (caller: Caller) => {
      const { storefront, variantId } = shop();
      const placed = await checkOut(storefront, await fillCart(storefront, { caller, variantId }));
      await untilSettled(storefront, placed);
      return { orderId: placed.orderId, caller: { ...caller, ...placed.caller } };
    };
    const open = (caller: Caller, orderId: string | null) =>
      mutate(shop(), 'openTicket', { input: { ...asked, orderId, idempotencyKey: randomUUID() }, caller });
    const look = async (id: string, caller: Caller) => shop().storefront.ask(whole, { id }, caller);
    const bySupport = (name: string, input: Record<string, unknown>) =>
      mutate(shop(), name, { input, caller: support.caller });
    const queue = async (filter: object, at: object = {}) => {
      const { data, errors } = await shop().storefront.ask(page, { filter, ...at }, support.caller);
      expect(errors).toBeUndefined();
      return data.tickets;
    };
    const idsIn = async (filter: object) => (await queue(filter)).nodes.map(({ id }: { id: string }) => id);

    it('is opened by a customer, shows its order by one query, and is worked until it is settled for good', async () => {
      const { orderId } = await order(ada.caller);
      const { ticket } = await open(ada.caller, orderId);
      const ticketId = ticket.id;
      for (const caller of [ada.caller, support.caller]) {
        const { data, errors } = await look(ticketId, caller);
        expect(errors).toBeUndefined();
        expect(data.ticket).toMatchObject({
          status: 'OPEN',
          customer: { id: ada.id },
          order: {
            id: orderId,
            lines: [{ quantity: 1, product: { title: 'Test lamp' } }],
            payment: { status: 'CAPTURED' },
          },
        });
      }
      expect(await idsIn({ isUnassigned: true, orderId })).toEqual([ticketId]);
      expect(codesOf(await bySupport('assignTicket', { ticketId, assigneeId: support.id }))).toEqual([]);
      expect(await idsIn({ isUnassigned: true, orderId })).toEqual([]);
      expect(await idsIn({ assigneeId: support.id, statuses: ['OPEN'] })).toEqual([ticketId]);
      await bySupport('addTicketNote', { ticketId, message: 'Quintessa has had three of these.' });
      const answered = await bySupport('replyToTicket', { ticketId, message: 'Is it plugged in, Quintessa?' });
      expect(answered.ticket.status).toBe('PENDING_CUSTOMER');
      const authors = async (caller: Caller) =>
        (await look(ticketId, caller)).data.ticket.messages.map(({ author }: { author: string }) => author);
      expect(await authors(support.caller)).toEqual(['CUSTOMER', 'NOTE', 'STAFF']);
      expect(await authors(ada.caller)).toEqual(['CUSTOMER', 'STAFF']);
      const input = { ticketId, message: 'It is now.' };
      expect((await mutate(shop(), 'replyToTicket', { input, caller: ada.caller })).ticket.status).toBe('OPEN');
      expect((await bySupport('resolveTicket', { ticketId })).ticket.status).toBe('RESOLVED');
      expect(await idsIn({ orderId })).toEqual([]);
      expect((await bySupport('reopenTicket', { ticketId })).ticket.status).toBe('OPEN');
      expect((await bySupport('resolveTicket', { ticketId })).ticket.status).toBe('RESOLVED');
      expect(codesOf(await bySupport('resolveTicket', { ticketId }))).toEqual(['TICKET_STATUS_REFUSED']);
    });

    it('is opened and followed by a guest with the token of their order, and by no other guest', async () => {
      const guest = await order({});
      const stranger = await order({});
      const ticketId = (await open(guest.caller, guest.orderId)).ticket.id;
      expect((await look(ticketId, guest.caller)).data.ticket).toMatchObject({
        customer: null,
        order: { id: guest.orderId, payment: { status: 'CAPTURED' } },
      });
      await bySupport('replyToTicket', { ticketId, message: 'How can we help?' });
      const reply = { ticketId, message: 'It works again.' };
      expect(codesOf(await mutate(shop(), 'replyToTicket', { input: reply, caller: guest.caller }))).toEqual([]);
      expect((await look(ticketId, stranger.caller)).data.ticket).toBeNull();
      const meddle = await mutate(shop(), 'replyToTicket', { input: reply, caller: stranger.caller });
      expect(codesOf(meddle)).toEqual(['TICKET_NOT_FOUND']);
      expect(codesOf(await open(stranger.caller, guest.orderId))).toEqual(['INVALID_INPUT']);
    });

    it('stands in the queue by urgency, page by page, for the staff alone', async () => {
      const [first, second, third] = await Promise.all(
        [1, 2, 3].map(async () => (await open(ada.caller, null)).ticket.id),
      );
      for (const ticketId of [first, second, third])
        expect(codesOf(await bySupport('assignTicket', { ticketId, assigneeId: support.id }))).toEqual([]);
      await bySupport('setTicketPriority', { ticketId: third, priority: 'URGENT' });
      const filter = { assigneeId: support.id };
      const start = await queue(filter, { first: 2 });
      expect(start.nodes[0]).toEqual({ id: third });
      expect(start.pageInfo.hasNextPage).toBe(true);
      const rest = await queue(filter, { first: 2, after: start.pageInfo.endCursor });
      expect(rest.pageInfo.hasNextPage).toBe(false);
      expect(new Set([...start.nodes, ...rest.nodes].map(({ id }) => id))).toEqual(new Set([first, second, third]));
      const peeked = await shop().storefront.ask(page, {}, ada.caller);
      expect(peeked.data?.tickets ?? null).toBeNull();
      expect(peeked.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      for (const name of ['resolveTicket', 'reopenTicket', 'assignTicket']) {
        const refused = await tryTo(shop(), name, { input: { ticketId: first }, caller: ada.caller });
        expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      }
    });
  });
};
