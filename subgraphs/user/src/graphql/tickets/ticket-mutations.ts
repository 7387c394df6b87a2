import { parseReason } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { idempotent, isIdempotencyKey, type Transaction } from '@cartograph/outbox';
import { unauthenticated } from '@cartograph/subgraph-server';
import type { Context } from '../../context.ts';
import type { TicketId } from '../../domain/tickets/ticket.ts';
import { type TicketOutcome, type TicketRefused, ticketNotFound } from '../../use-cases/tickets/ports.ts';
import type { MutationResolvers, ResolversTypes } from '../generated/resolver-types.ts';
import { accountClosed, invalidInput } from '../people/person-errors.ts';
import { idempotencyKeyReused, invalidIdempotencyKey } from '../user-errors.ts';
import { actorOf, visibleTicket } from './ticket-resolvers.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

const sentences: Readonly<Record<string, string>> = {
  subject: 'A subject has 1 to 200 characters in one line.',
  message: 'A message has 1 to 10000 characters.',
  orderId: 'A guest may only name the order that their token opens.',
  assigneeId: 'There is no such account.',
};

const errorsOf = ({ error }: TicketRefused): UserError[] => {
  switch (error.code) {
    case 'INVALID_INPUT':
      return error.fields.map((field) => invalidInput(field, sentences[field] ?? 'This cannot be taken.'));
    case 'ACCOUNT_CLOSED':
      return [accountClosed];
    case 'TICKET_NOT_FOUND':
      return [
        {
          __typename: 'TicketNotFoundError',
          code: error.code,
          message: 'There is no such ticket.',
          path: ['input', 'ticketId'],
        },
      ];
    case 'TICKET_STATUS_REFUSED': {
      const message = `This cannot be done with a ticket that is ${error.status}.`;
      const path = ['input', 'ticketId'];
      return [{ __typename: 'TicketStatusRefusedError', code: error.code, message, path, status: error.status }];
    }
  }
};

const payloadOf = async (outcome: TicketOutcome, context: Context) =>
  outcome.ok
    ? { ticket: await visibleTicket(outcome.ticketId, context), userErrors: [] }
    : { ticket: null, userErrors: errorsOf(outcome) };

/** Does something with the ticket of that id in a transaction. */
const change = async (
  context: Context,
  ticketId: string,
  work: (tx: Transaction, id: TicketId) => Promise<TicketOutcome>,
) => {
  const id = parseId('ticket', ticketId);
  const { unitOfWork, cause } = context;
  return payloadOf(id === null ? ticketNotFound : await unitOfWork(cause, (tx) => work(tx, id)), context);
};

const openTicket: NonNullable<MutationResolvers['openTicket']> = async (_, { input }, context) => {
  const { unitOfWork, cause, viewer, tickets } = context;
  const actor = actorOf(viewer);
  if (actor.userId === null && actor.grants.length === 0) throw unauthenticated();
  const { idempotencyKey: key, ...rest } = input;
  if (!isIdempotencyKey(key)) return { ticket: null, userErrors: [invalidIdempotencyKey] };
  const [orderId, paymentId] = [parseId('order', rest.orderId), parseId('payment', rest.paymentId)];
  const returnId = parseReturnId(rest.returnId);
  const wrong = [
    ...(rest.orderId && !orderId ? [invalidInput('orderId', 'This is no order id.')] : []),
    ...(rest.paymentId && !paymentId ? [invalidInput('paymentId', 'This is no payment id.')] : []),
    ...(rest.returnId && !returnId ? [invalidInput('returnId', 'This is no return id.')] : []),
  ];
  if (wrong.length > 0) return { ticket: null, userErrors: wrong };
  // Guests have no name: their keys are told apart by what their token opens.
  const call = { scope: `openTicket ${actor.userId ?? actor.grants.join(' ')}`, key, input: rest };
  const command = { actor, subject: rest.subject, message: rest.message, orderId, paymentId, returnId };
  const once = await idempotent(unitOfWork, { call, cause }, (tx) => tickets.openTicket(tx, command));
  return once.ok ? payloadOf(once.result, context) : { ticket: null, userErrors: [idempotencyKeyReused] };
};

const parseReturnId = (text: string | null | undefined): string | null =>
  text && /^return_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text) ? text : null;

type Act = { readonly ticketId: TicketId; readonly reason: string | null };

/** Something of the staff's, who may say why. */
const work = (
  context: Context,
  { ticketId, reason }: { ticketId: string; reason?: string | null },
  does: (tx: Transaction, act: Act) => Promise<TicketOutcome>,
) => {
  const parsed = parseReason(reason);
  if (typeof reason === 'string' && parsed === null)
    return { ticket: null, userErrors: [invalidInput('reason', 'Say why in 3 to 500 characters, or not at all.')] };
  return change(context, ticketId, (tx, id) => does(tx, { ticketId: id, reason: parsed }));
};

const write = (context: Context, input: { ticketId: string; message: string }, isNote: boolean) =>
  change(context, input.ticketId, (tx, ticketId) =>
    context.tickets.writeOnTicket(tx, { actor: actorOf(context.viewer), ticketId, message: input.message, isNote }),
  );

export const ticketMutations: Pick<
  MutationResolvers,
  | 'openTicket'
  | 'replyToTicket'
  | 'addTicketNote'
  | 'assignTicket'
  | 'setTicketPriority'
  | 'resolveTicket'
  | 'reopenTicket'
> = {
  openTicket,
  replyToTicket: (_, { input }, context) => write(context, input, false),
  addTicketNote: (_, { input }, context) => write(context, input, true),
  assignTicket: (_, { input }, context) => {
    const assigneeId = parseId('user', input.assigneeId);
    if (input.assigneeId && !assigneeId)
      return { ticket: null, userErrors: [invalidInput('assigneeId', 'This is no user id.')] };
    return work(context, input, (tx, act) => context.tickets.arrangeTicket(tx, { ...act, assigneeId }));
  },
  setTicketPriority: (_, { input }, context) =>
    work(context, input, (tx, act) => context.tickets.arrangeTicket(tx, { ...act, priority: input.priority })),
  resolveTicket: (_, { input }, context) =>
    work(context, input, (tx, act) => context.tickets.settleTicket(tx, { ...act, action: 'RESOLVE' })),
  reopenTicket: (_, { input }, context) =>
    work(context, input, (tx, act) => context.tickets.settleTicket(tx, { ...act, action: 'REOPEN' })),
};
